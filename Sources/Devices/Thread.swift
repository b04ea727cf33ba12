internal import CLinuxInput
internal import Glibc

/// What a thread is given to do, in a box that C can carry.
private final class ThreadBody: Sendable {
  let name: String
  let run: @Sendable () -> Void

  init(_ name: String, _ run: @escaping @Sendable () -> Void) {
    self.name = name
    self.run = run
  }
}

/// Starts a thread that takes no signals; `name`, of at most 15 bytes, is what `top -H` calls it.
func startThread(named name: String, _ run: @escaping @Sendable () -> Void) throws(DeviceError) -> pthread_t {
  var thread = pthread_t()
  let body = Unmanaged.passRetained(ThreadBody(name, run))
  let outcome = pthread_create(
    &thread, nil,
    { body in
      // Signals are for the other threads.
      var all = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_SETMASK, &all, nil)
      guard let body else { return nil }
      let thread = Unmanaged<ThreadBody>.fromOpaque(body).takeRetainedValue()
      name_this_thread(thread.name)
      thread.run()
      return nil
    }, body.toOpaque())
  guard outcome == 0 else {
    body.release()
    throw DeviceError(.start, "the thread \(name)", code: outcome)
  }
  return thread
}
