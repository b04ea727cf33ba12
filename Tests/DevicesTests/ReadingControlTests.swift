import Testing

@testable import Devices

@Suite("Orders to the reading thread")
struct ReadingControlTests {
  private let control: ReadingControl

  init() throws {
    control = try ReadingControl()
  }

  private var orders: [String] {
    control.takeOrders().map { order in
      switch order {
      case .perform: "perform"
      case .lend(let loan): "lend to \(loan.borrower)"
      case .takeBack: "take back"
      case .reassign: "reassign"
      }
    }
  }

  private func lend(to borrower: String) {
    control.give(.lend(Loan(of: nil, to: borrower) {}))
  }

  @Test("are carried out in their order, once")
  func order() {
    control.give(.reassign { _ in nil })
    control.give(.perform {})
    #expect(orders == ["reassign", "perform"])
    #expect(orders == [])
  }

  @Test("who borrows and returns at once was never lent anything")
  func returned() {
    lend(to: "one")
    control.give(.takeBack)
    #expect(orders == ["take back"])
  }

  @Test("what one has returned is taken back before another is lent to: it may have been something else")
  func lentOn() {
    control.give(.takeBack)
    lend(to: "another")
    #expect(orders == ["take back", "lend to another"])
  }
}
