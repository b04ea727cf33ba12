import Devices
import Dispatch
import Gating
import Glibc
import Settings
import Synchronization

/// Lends the running station's devices to other programs. A lane whose device is lent shows HOLD; a borrower that ends,
/// however it ends, has given back what it had.
package final class LendingDesk: Sendable {
  /// What a running station has.
  struct Stock: Sendable {
    var thread: ReadingThread
    var lights: LightRack
    var lanes: LaneTable
    var tell: @Sendable (IndicatorChange) -> Void
  }

  /// What one borrower has, or has asked for.
  final class Loan: Sendable {
    let request: LoanRequest
    /// `scangate identify (pid 123)`
    let borrower: String

    init(of request: LoanRequest, to borrower: String) {
      self.request = request
      self.borrower = borrower
    }
  }

  private struct State {
    var stock: Stock?
    var loans: [Loan] = []
  }

  private let state = Mutex(State())
  // To close a light that does not answer takes seconds.
  private let queue = DispatchQueue(label: "scangate.lending")

  package init() {}

  func open(_ stock: Stock) {
    queue.sync { state.withLock { $0.stock = stock } }
  }

  /// Lends nothing more; what is lent stays with its borrowers.
  func close() {
    queue.sync { state.withLock { $0.stock = nil } }
  }

  /// - Parameter answer: is told when the device is closed here, or why it is not lent; on a thread that it must not keep.
  func lend(_ loan: Loan, answer: @escaping @Sendable (AgentAnswer) -> Void) {
    queue.async { [self] in
      let (stock, other) = state.withLock { state in
        (state.stock, state.loans.first { $0.request.collides(with: loan.request) })
      }
      guard let stock else { return answer(.refused("it is starting or stopping: try again")) }
      if let other { return answer(.refused("lent to \(other.borrower) already")) }
      state.withLock { $0.loans.append(loan) }
      switch loan.request.what {
      case .scanners:
        stock.thread.lend(Devices.Loan(of: loan.request.lane, to: loan.borrower) { answer(.lent) })
      case .light:
        for light in stock.lights(at: loan.request.port) { stock.lend(light, to: loan.borrower) }
        answer(.lent)
      }
    }
  }

  /// Does nothing where it was not lent.
  func takeBack(_ loan: Loan) {
    queue.async { [self] in
      let (stock, wasLent) = state.withLock { state in
        let count = state.loans.count
        state.loans.removeAll { $0 === loan }
        return (state.stock, state.loans.count < count)
      }
      guard let stock, wasLent else { return }
      switch loan.request.what {
      case .scanners: stock.thread.takeBack()
      case .light: for light in stock.lights(at: loan.request.port) { stock.takeBack(light) }
      }
    }
  }
}

extension LoanRequest {
  /// Scanners are lent once at a time, whoever's they are.
  fileprivate func collides(with other: LoanRequest) -> Bool {
    what == other.what && (what == .scanners || port == other.port)
  }
}

extension LendingDesk.Stock {
  /// By the same name of the port, or by another of the same node.
  fileprivate func lights(at port: String?) -> [Light] {
    guard let port else { return [] }
    return lights.lights.filter { light in
      let own = light.plan.port.description
      return own == port || node(own).map { $0 == node(port) } == true
    }
  }

  private func node(_ path: String) -> String? {
    let found = realpath(path, nil)
    defer { free(found) }
    return found.map { String(cString: $0) }
  }

  /// What the light shows while it is lent is no verdict: its lane gives none.
  fileprivate func lend(_ light: Light, to borrower: String) {
    let plan = light.plan
    let cause = "the light is lent to \(borrower)"
    lanes.bar(
      .indicatorLost, HoldCause(code: .indicatorLost, detail: cause, since: SystemClock.utc), of: plan.lane)
    light.pause()
    tell(
      IndicatorChange(
        at: SystemClock.utc, lane: plan.lane, state: .detached, indicator: plan.title, cause: cause))
  }

  fileprivate func takeBack(_ light: Light) {
    do throws(DeviceError) {
      try light.resume()
      // One that is required lifts its bar by itself, once it is open.
      if !light.plan.isRequired { lanes.bar(.indicatorLost, nil, of: light.plan.lane) }
    } catch {
      let cause = HoldCause(code: .indicatorLost, detail: "\(error)", since: SystemClock.utc)
      lanes.bar(.indicatorLost, cause, of: light.plan.lane)
    }
  }
}
