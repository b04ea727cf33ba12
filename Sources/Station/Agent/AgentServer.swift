package import Devices

/// Serves the agent's socket on a thread of its own: to those who watch, and to those who borrow.
package final class AgentServer: Sendable {
  private let control: LoopControl
  private let thread: WorkingThread

  /// Serves at once.
  package init(_ socket: AgentSocket, board: NoticeBoard, desk: LendingDesk) throws(DeviceError) {
    let control = try LoopControl()
    self.control = control
    thread = try WorkingThread(named: "scangate-socket") {
      var loop = AgentServerLoop(socket, board, desk, control)
      loop.run()
    }
  }

  deinit {
    stop()
  }

  /// Ends the thread and waits for it; who watches sees that the agent has ended.
  package func stop() {
    control.requestStop()
    thread.join()
  }
}
