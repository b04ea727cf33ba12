import Dispatch

/// Does what waits for the kernel or another program on a thread that may wait, so that no task has to.
func offThread<Found: Sendable>(_ work: @escaping @Sendable () -> Found) async -> Found {
  await withCheckedContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(returning: work()) }
  }
}
