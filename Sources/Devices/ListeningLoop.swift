internal import Glibc
internal import Scanning

/// The work of a listener's thread: waits for all devices at once and hands over what they say.
struct ListeningLoop {
  private let control: ReadingControl
  private let report: (ScannerDevice, DeviceListener.Heard) -> Void
  private var ears: [(device: ScannerDevice, ear: any Ear)] = []

  init(
    to devices: [ScannerDevice], grab: Bool, control: ReadingControl,
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
      let numbers = [control.number] + ears.map(\.ear.number)
      var polled = numbers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      _ = poll(&polled, nfds_t(polled.count), -1)
      if control.isStopped { return }
      let speaking = zip(ears, polled.dropFirst()).filter { $1.revents != 0 }.map(\.0)
      for (device, ear) in speaking { read(ear, of: device) }
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
    case .wedge: try KeyEar(opening: device.devnode, grab: grab)
    case .hidPOS: try ScanEar(HIDPOSScanner(opening: device.devnode, as: anyLane))
    case .cdc: try ScanEar(SerialScanner(opening: device.devnode, as: anyLane))
    }
  }
}

/// One device that is listened to.
private protocol Ear: AnyObject {
  /// What `poll` waits on.
  var number: CInt { get }

  func read(_ tell: (DeviceListener.Heard) -> Void) throws(DeviceError)
}

private final class KeyEar: Ear {
  private let device: InputDevice

  init(opening devnode: String, grab: Bool) throws(DeviceError) {
    device = try InputDevice(opening: devnode)
    if grab { try device.grab() }
    try device.drain()
  }

  var number: CInt { device.number }

  func read(_ tell: (DeviceListener.Heard) -> Void) throws(DeviceError) {
    try device.read { tell(.event($0)) }
  }
}

private final class ScanEar: Ear {
  private let scanner: any Scanner

  init(_ scanner: any Scanner) throws(DeviceError) {
    self.scanner = scanner
    _ = try scanner.take()
  }

  var number: CInt { scanner.number }

  func read(_ tell: (DeviceListener.Heard) -> Void) throws(DeviceError) {
    try scanner.read { event in
      if case .scan(let scan) = event { tell(.scan(scan)) }
    }
  }
}
