import Dispatch
import Synchronization

@testable import Station

/// An output whose worker does nothing until it is let go.
final class StuckOutput: Output {
  let worker = DispatchQueue(label: "stuck")
  let (arrivals, arrive) = AsyncStream.makeStream(of: Void.self)

  init() {
    worker.suspend()
  }

  func tell(_ event: StationEvent) {}

  func pass(_ token: WatchdogToken) {
    worker.async { token.arrive() }
    arrive.yield()
  }
}

/// An output that hangs in the very call, and its lane with it.
final class HangingOutput: Output {
  let gate = DispatchSemaphore(value: 0)
  let (entries, enter) = AsyncStream.makeStream(of: Void.self)

  func tell(_ event: StationEvent) {
    guard case .view(_, .hold) = event else { return }
    enter.yield()
    gate.wait()
  }
}

/// Where questions are asked, at a standstill: what is to run there waits.
final class StuckExecutor: TaskExecutor {
  let queue = DispatchQueue(label: "stuck")
  let (jobs, enqueued) = AsyncStream.makeStream(of: Void.self)

  init() {
    queue.suspend()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    enqueued.yield()
  }
}

/// A token, and when it is through.
struct SentToken {
  let token: WatchdogToken
  private let isThrough = Flag()
  private let ends: AsyncStream<Void>

  init() {
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    self.ends = ends
    token = WatchdogToken { [isThrough] in
      isThrough.value.withLock { $0 = true }
      end.finish()
    }
  }

  func comesThrough() async {
    for await _ in ends {}
  }

  var hasComeThrough: Bool { isThrough.value.withLock { $0 } }
}

private final class Flag: Sendable {
  let value = Mutex(false)
}
