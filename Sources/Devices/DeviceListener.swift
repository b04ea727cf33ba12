package import Scanning

/// Listens to several devices at once on behalf of a command, which knows nothing of their scans yet.
///
/// Unless it is to grab them, what they say goes to the consoles as well.
package final class DeviceListener: Sendable {
  /// What is told of a device.
  package enum Heard: Sendable {
    /// From now on it is listened to.
    case listening
    /// One event of a keyboard-mode device.
    case event(InputEvent)
    /// A scan of a HID POS or serial scanner.
    case scan(Scan)
    /// What came of such a scan before it fell silent: its terminator is missing.
    case cut(Scan)
    /// It cannot be listened to, or no longer: nothing more is heard of it.
    case lost(DeviceError)
  }

  private let control: LoopControl
  private let thread: WorkingThread

  /// Listens from now on.
  ///
  /// - Parameters:
  ///   - grab: Whether keyboard-mode devices are taken for us alone, until `stop`.
  ///   - report: Is told everything, on a thread of the listener's: it must neither wait nor call `stop`.
  package init(
    to devices: [ScannerDevice], grab: Bool = false,
    report: @escaping @Sendable (ScannerDevice, Heard) -> Void
  ) throws(DeviceError) {
    let control = try LoopControl()
    self.control = control
    thread = try WorkingThread(named: "scangate-listen") {
      // Made on its thread, which none of the devices leaves.
      var loop = ListeningLoop(to: devices, grab: grab, control: control, report: report)
      loop.run()
    }
  }

  deinit {
    stop()
  }

  /// Ends the thread and waits for it: every device is closed, and so given back, when this returns.
  package func stop() {
    control.requestStop()
    if thread.join() { Descriptor.awaitClosing() }
  }
}
