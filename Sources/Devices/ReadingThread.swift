/// The thread that owns every scanner's descriptor: it waits, decodes, assembles, hands over, and does nothing slow.
///
/// A scanner sends a key transition each millisecond and the kernel keeps 64 events: 21 ms of stall lose characters.
package final class ReadingThread: Sendable {
  private let control: ReadingControl
  private let thread: WorkingThread

  /// Starts reading at once.
  ///
  /// - Parameters:
  ///   - input: The lane that reads lines, if there is one.
  ///   - assign: Which lane a device is for; nil: none, it is never opened, unless it carries a mark and another node of
  ///     its plug has a lane. Asked about every node that a scanner may speak through, also one without a mark: that is
  ///     the operator's keyboard unless the configuration names it.
  ///   - report: Is told everything, on the thread itself: it must neither wait nor call `stop`.
  package init(
    input: LineInput? = nil,
    assign: @escaping @Sendable (ScannerDevice) -> Assignment?,
    report: @escaping @Sendable (DeviceEvent) -> Void
  ) throws(DeviceError) {
    let control = try ReadingControl()
    self.control = control
    // The loop is made on its thread: nothing of udev or of a scanner ever crosses to another.
    thread = try WorkingThread(named: "scangate-read") {
      var loop = ReadingLoop(control: control, input: input, assign: assign, report: report)
      loop.run()
    }
  }

  deinit {
    stop()
  }

  /// Gives every device to its lane anew, by another `assign`; a scanner that keeps its lane stays grabbed and its scan
  /// whole. `enumerated` tells when it is done.
  package func reassign(_ assign: @escaping @Sendable (ScannerDevice) -> Assignment?) {
    control.give(.reassign(assign))
  }

  /// Whether the lines of `input` are read on. After a no at most one batch comes, of 4 KiB; the rest waits in the kernel,
  /// and its writer with it.
  package func allowInput(_ allowed: Bool) {
    control.allowInput(allowed)
  }

  /// Has the thread do something between two polls, which must not wait; one that has ended does it no more.
  package func perform(_ errand: @escaping @Sendable () -> Void) {
    control.give(.perform(errand))
  }

  /// Lets go of scanners for another program; their lanes are told `detached` with the cause `lent`. One loan at a time.
  package func lend(_ loan: Loan) {
    control.give(.lend(loan))
  }

  /// Claims again what is lent, as far as it is still plugged in.
  package func takeBack() {
    control.give(.takeBack)
  }

  /// Ends the thread and waits for it: every scanner is closed, and so given back, when this returns.
  package func stop() {
    control.loop.requestStop()
    if thread.join() { Descriptor.awaitClosing() }
  }
}
