import Devices
import Glibc
import Scanning
import Settings
import Signals

/// A light whose serial port is open: whatever is done to it has its time.
final class LightPort {
  /// How long a device may take to take what is written, beside its time on the line, before it counts as dead.
  private static let writeLimit = Duration.seconds(1)

  private let link: SerialLink
  private let baud: Int
  /// The latest write was not answered in its time: its answer may still come, and look like the next one's.
  private var isAnswerLate = false

  /// Finds the port among those that are plugged in, and opens it as the profile says.
  init(opening port: IndicatorPort, as settings: PortSettings, for mailbox: LightMailbox) throws(LightError) {
    let path = try Self.path(of: port)
    do throws(DeviceError) {
      let serialPort = try SerialPort(opening: path, settings: SerialSettings(settings)) {
        mailbox.set(isPortOpen: false)
      }
      mailbox.set(isPortOpen: true)
      link = SerialLink(serialPort, wakeUp: mailbox.wakeUp)
      baud = settings.baud
    } catch {
      throw .device(error)
    }
  }

  /// Writes bytes in one go, and awaits that the light has taken them and, where there is one, its answer.
  ///
  /// - Parameters:
  ///   - patience: until when that is awaited, at most; asked anew after each wait.
  ///   - isWanted: whether what was not answered is to be sent again.
  func send(
    _ bytes: [UInt8], _ acknowledgement: Acknowledgement?, patience: () -> EventTime?, isWanted: () -> Bool
  ) throws(LightError) {
    guard let acknowledgement else {
      return try device { () throws(DeviceError) in try write(bytes, patience) }
    }
    var outcome: Acknowledgement.Reply?
    for attempt in 0...acknowledgement.retries {
      if attempt > 0, !isWanted() { return }
      try device { () throws(DeviceError) in
        try write(bytes, patience)
        outcome = try reply(acknowledgement, to: bytes, patience)
      }
      if outcome == .accepted { return }
      if let end = patience(), end <= .now() { break }
    }
    throw outcome == .refused ? .refused(link.path) : .silent(link.path)
  }

  /// Waits until the time has come, or somebody rings; what is received meanwhile does not end it.
  func wait(until time: EventTime?) throws(LightError) {
    try device { () throws(DeviceError) in try link.wait(until: time) }
  }

  func hasReceived(_ bytes: [UInt8]) -> Bool { link.received.contains(bytes) }

  /// Drops what the device has not taken yet: a PASS that it takes later would be another unit's.
  func takeBack() {
    link.takeBack()
  }

  /// Leaves bytes to a device that may never take them.
  func leave(_ bytes: [UInt8]) throws(LightError) {
    try device { () throws(DeviceError) in try link.leave(bytes) }
  }

  func drive(_ lines: Lines) throws(LightError) {
    try device { () throws(DeviceError) in try link.drive(ModemLines(lines)) }
  }

  /// Says nothing for so long.
  func rest(for time: Duration) throws(LightError) {
    let end = EventTime.now() + time
    while .now() < end { try wait(until: end) }
  }

  private func write(_ bytes: [UInt8], _ patience: () -> EventTime?) throws(DeviceError) {
    // A byte is 12 bits at most.
    let limit = EventTime.now() + Self.writeLimit + .seconds(bytes.count * 12) / baud
    try link.forget()
    try link.write(bytes) { min(limit, patience() ?? limit) }
  }

  /// The last answer within the time, and no more than one is awaited where none can be late; nil: there is none.
  private func reply(
    _ acknowledgement: Acknowledgement, to bytes: [UInt8], _ patience: () -> EventTime?
  ) throws(DeviceError) -> Acknowledgement.Reply? {
    let timeout = EventTime.now() + acknowledgement.timeout
    while true {
      let replies = acknowledgement.replies(in: link.received, to: bytes)
      let end = min(timeout, patience() ?? timeout)
      guard replies.count < (isAnswerLate ? 2 : 1), .now() < end else {
        isAnswerLate = replies.isEmpty
        return replies.last
      }
      try link.wait(until: end)
    }
  }

  private func device(_ body: () throws(DeviceError) -> Void) throws(LightError) {
    do throws(DeviceError) {
      try body()
    } catch {
      throw .device(error)
    }
  }
}

extension LightPort {
  /// The node to open: never the first of two.
  private static func path(of port: IndicatorPort) throws(LightError) -> String {
    switch port {
    case .path(let path):
      guard access(path, F_OK) == 0 else { throw .notPluggedIn(port) }
      return path
    case .usb(let adapter):
      let nodes: [SerialNode]
      do throws(DeviceError) {
        nodes = try UdevContext().serialNodes().filter(adapter.fits)
      } catch {
        throw .device(error)
      }
      guard let node = nodes.first else { throw .notPluggedIn(port) }
      guard nodes.count == 1 else { throw .ambiguous(port, nodes) }
      return node.devnode
    }
  }
}
