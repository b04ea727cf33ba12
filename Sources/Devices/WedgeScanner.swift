package import Scanning

/// A scanner in keyboard mode: key events of an evdev node become scans.
package final class WedgeScanner: Scanner {
  /// How long a key may be down before the scanner is grabbed all the same.
  private static let patience = Duration.seconds(1)

  private let device: InputDevice
  private var assignment: Assignment
  private var reader: WedgeReader
  private var waitingSince: EventTime?
  private var isGrabbed = false

  /// Opens the node; reads nothing before `take`.
  package init(opening devnode: String, as assignment: Assignment) throws(DeviceError) {
    device = try InputDevice(opening: devnode)
    self.assignment = assignment
    reader = WedgeReader(layout: assignment.layout, terminator: assignment.terminator, grabbedAt: nil)
  }

  package var number: CInt { device.number }
  package var deadline: EventTime? { reader.deadline }

  package func adopt(_ assignment: Assignment) -> Bool {
    self.assignment = assignment
    // The kernel has the grab go with the descriptor.
    return assignment.grab || !isGrabbed
  }

  package func take() throws(DeviceError) -> Bool {
    if assignment.grab, !isGrabbed {
      guard try mayGrab() else { return false }
      waitingSince = nil
      try device.grab()
      isGrabbed = true
    }
    try device.drain()
    let pressed = try device.pressedKeys()
    reader = WedgeReader(
      layout: assignment.layout, terminator: assignment.terminator, grabbedAt: .now(), pressed: pressed)
    return true
  }

  package func read(_ tell: (ScannerEvent) -> Void) throws(DeviceError) {
    try device.read { event in
      reader.receive(event, into: tell)
    }
  }

  package func expire(at time: EventTime, _ tell: (ScannerEvent) -> Void) {
    if let event = reader.expire(at: time) { tell(event) }
  }

  package func end(at time: EventTime, _ tell: (ScannerEvent) -> Void) {
    if let event = reader.detach(at: time) { tell(event) }
  }

  /// Whether no key is down, or has been for too long: one that is down at the grab stays down for everybody else.
  private func mayGrab() throws(DeviceError) -> Bool {
    let now = EventTime.now()
    let since = waitingSince ?? now
    waitingSince = since
    if now - since >= Self.patience { return true }
    return try device.pressedKeys().isEmpty
  }
}
