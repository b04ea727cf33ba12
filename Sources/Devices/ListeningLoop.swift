internal import Glibc
internal import Scanning

/// The work of a listener's thread: waits for all devices at once and hands over what they say.
struct ListeningLoop {
  private let control: LoopControl
  private let report: (ScannerDevice, DeviceListener.Heard) -> Void
  private var ears: [(device: ScannerDevice, ear: any Ear)] = []

  init(
    to devices: [ScannerDevice], grab: Bool, control: LoopControl,
    report: @escaping (ScannerDevice, DeviceListener.Heard) -> Void
  ) {
    self.control = control
    self.report = report
    for device in devices {
      do throws(DeviceError) {
        ears.append((device, try Self.ear(for: device, grab: grab)))
        report(device, .listening)
      } catch {
        report(device, .lost(error))
      }
    }
  }

  /// Runs until it is stopped.
  mutating func run() {
    while true {
      // Taken before the poll: a silence up to now comes before every event that the poll shows.
      let now = EventTime.now()
      let numbers = [control.number] + ears.map(\.ear.number)
      var polled = numbers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let deadline = ears.lazy.compactMap(\.ear.deadline).min()
      _ = poll(&polled, nfds_t(polled.count), pollTimeout(until: deadline, from: now))
      if control.isStopped { return }
      for ((device, ear), polled) in zip(ears, polled.dropFirst()) {
        if polled.revents != 0 { read(ear, of: device) } else { ear.expire(at: now) { report(device, $0) } }
      }
    }
  }

  private mutating func read(_ ear: any Ear, of device: ScannerDevice) {
    do throws(DeviceError) {
      try ear.read { report(device, $0) }
    } catch {
      ears.removeAll { $0.ear === ear }
      report(device, .lost(error))
    }
  }

  private static func ear(for device: ScannerDevice, grab: Bool) throws(DeviceError) -> any Ear {
    // Bytes have no layout, and their lines end in CR or LF unless the scanner was told otherwise.
    let anyLane = Assignment(lane: device.devnode)
    return switch device.transport {
    case .wedge: try KeyEar(opening: device, grab: grab)
    case .hidPOS, .cdc: try ScanEar(device.opened(as: anyLane))
    }
  }
}

/// One device that is listened to.
private protocol Ear: AnyObject {
  /// What `poll` waits on.
  var number: CInt { get }

  /// When `expire` is due; nil: never.
  var deadline: EventTime? { get }

  func read(_ tell: (DeviceListener.Heard) -> Void) throws(DeviceError)

  /// Ends what silence has ended.
  func expire(at time: EventTime, _ tell: (DeviceListener.Heard) -> Void)
}

private final class KeyEar: Ear {
  private let device: InputDevice

  init(opening node: ScannerDevice, grab: Bool) throws(DeviceError) {
    device = try InputDevice(opening: node.devnode)
    if grab { try device.grab() }
    // A scanner that waits for the agent is silent; what else is, somebody has silenced.
    if node.isMarked { try Inhibition(ofEventNode: node.syspath).end() }
    try device.drain()
  }

  var number: CInt { device.number }
  /// Who hears the keys knows when a scan is over.
  var deadline: EventTime? { nil }

  func read(_ tell: (DeviceListener.Heard) -> Void) throws(DeviceError) {
    try device.read { tell(.event($0)) }
  }

  func expire(at _: EventTime, _: (DeviceListener.Heard) -> Void) {}
}

private final class ScanEar: Ear {
  private let scanner: any Scanner

  init(_ scanner: any Scanner) throws(DeviceError) {
    self.scanner = scanner
    _ = try scanner.take()
  }

  var number: CInt { scanner.number }
  var deadline: EventTime? { scanner.deadline }

  func read(_ tell: (DeviceListener.Heard) -> Void) throws(DeviceError) {
    try scanner.read { if case .scan(let scan) = $0 { tell(.scan(scan)) } }
  }

  func expire(at time: EventTime, _ tell: (DeviceListener.Heard) -> Void) {
    scanner.expire(at: time) { if case .scan(let scan) = $0 { tell(.cut(scan)) } }
  }
}
