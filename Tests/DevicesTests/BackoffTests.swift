import Devices
import Testing

@Suite("The wait before the next try")
struct BackoffTests {
  @Test("doubles from half a second up to fifteen")
  func doubles() {
    var backoff = Backoff()
    let waits = (0..<7).map { _ in backoff.next() }
    #expect(waits == [0.5, 1, 2, 4, 8, 15, 15].map { .seconds($0) })
  }
}
