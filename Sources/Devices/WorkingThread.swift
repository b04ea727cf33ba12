internal import CLinuxInput
internal import Glibc
internal import Synchronization

/// A thread that waits in the kernel for a part of the station: for the scanners, a light, the disk.
package final class WorkingThread: Sendable {
  private let thread: Mutex<pthread_t?>

  /// Starts at once.
  ///
  /// - Parameters:
  ///   - name: as `ps -L` and `top -H` show it, at most 15 bytes.
  ///   - run: its work, to the end.
  package init(named name: String, _ run: @escaping @Sendable () -> Void) throws(DeviceError) {
    var thread = pthread_t()
    let body = Unmanaged.passRetained(ThreadBody(name: name, run: run))
    let outcome = pthread_create(
      &thread, nil,
      { body in
        // Signals are for the other threads.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, nil)
        if let body { Unmanaged<ThreadBody>.fromOpaque(body).takeRetainedValue().begin() }
        return nil
      }, body.toOpaque())
    guard outcome == 0 else {
      body.release()
      throw DeviceError(.start, "the thread \(name)", code: outcome)
    }
    self.thread = Mutex(thread)
  }

  /// Waits until its work is done; whoever calls has asked it to end. False: it was waited for before.
  @discardableResult
  package func join() -> Bool {
    thread.withLock { thread in
      guard let running = thread else { return false }
      thread = nil
      pthread_join(running, nil)
      return true
    }
  }
}

/// What a thread is given to do, in a box that C can carry.
private final class ThreadBody: Sendable {
  private let name: String
  private let run: @Sendable () -> Void

  init(name: String, run: @escaping @Sendable () -> Void) {
    self.name = name
    self.run = run
  }

  func begin() {
    name_this_thread(name)
    run()
  }
}
