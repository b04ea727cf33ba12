import NIOCore
import NIOPosix

/// The thread that requests run on, of one client or of one after the other; it ends with its last user.
///
/// It runs Swift tasks too, so that a reply reaches the task that waits for it without waking another thread.
package final class LoopExecutor: TaskExecutor {
  let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let loop: any EventLoop

  package init() {
    loop = group.next()
  }

  deinit {
    group.shutdownGracefully { _ in }
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
