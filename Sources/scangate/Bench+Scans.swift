import Devices
import Scanning

extension Bench {
  /// What one scan was.
  struct Seen {
    var device: ScannerDevice
    /// The keys of a keyboard-mode scanner.
    var events: [InputEvent] = []
    /// The scan of any other.
    var text: String?
  }

  /// Waits for the first scan; nil: none came in time.
  ///
  /// - Parameter persons: gathers the devices on which somebody types.
  func scan(until deadline: EventTime, persons: inout Set<ScannerDevice>) async -> Seen? {
    var raw: [ScannerDevice: RawScan] = [:]
    while let occurrence = await next(until: deadline) {
      switch occurrence {
      case .heard(let device, .event(let event)):
        raw[device, default: RawScan()].receive(event)
        if raw[device]?.typist == .person { persons.insert(device) }
      case .heard(let device, .scan(let scan)): return Seen(device: device, text: scan.text)
      case .heard(let device, .cut(let scan)):
        standardError(
          "\(device.devnode) sent \(scan.text.quoted) and no end: set it to send Enter (CR) behind each code")
      case .heard(_, .lost(let error)): standardError("\(error)")
      case .heard(_, .listening), .interrupted: continue
      case .tick:
        let now = EventTime.now()
        if let (device, scan) = raw.first(where: { $1.typist == .scanner && $1.isOver(at: now) }) {
          return Seen(device: device, events: scan.events)
        }
      }
    }
    return nil
  }
}
