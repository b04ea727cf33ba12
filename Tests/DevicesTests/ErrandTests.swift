import Testing

@testable import Devices

extension ReadingThreadTests {
  @Suite("does what others ask of it")
  struct ErrandTests {
    private var told = Told()

    @Test("between two polls, though nothing is plugged in and nobody scans")
    mutating func errand() async throws {
      let bed = try TestBed()
      let thread = try ReadingThread(assign: { _ in nil }, report: told.report)
      try await told.enumerated()
      let (done, does) = AsyncStream.makeStream(of: Void.self)
      thread.perform { does.yield() }
      thread.perform { does.finish() }
      var count = 0
      for await _ in done { count += 1 }
      #expect(count == 1)
      thread.stop()
      // Nobody is there any more, and nobody waits.
      thread.perform { does.yield() }
      _ = bed
    }
  }
}
