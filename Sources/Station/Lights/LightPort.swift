import Devices
import Glibc
import Scanning
import Settings
import Signals

/// A light whose serial port is open: carries out the steps of transmissions, each within its time.
struct LightPort {
  /// How long a device may take nothing of what is written before it counts as dead.
  private static let writeLimit = Duration.seconds(1)

  private let link: SerialLink

  /// Finds the port among those that are plugged in, and opens it as the profile says.
  init(opening port: IndicatorPort, as settings: PortSettings, for mailbox: LightMailbox) throws(LightError) {
    let path = try Self.path(of: port)
    do throws(DeviceError) {
      let serialPort = try SerialPort(opening: path, settings: SerialSettings(settings)) {
        mailbox.set(isPortOpen: false)
      }
      mailbox.set(isPortOpen: true)
      link = SerialLink(serialPort, wakeUp: mailbox.wakeUp)
    } catch {
      throw .device(error)
    }
  }

  /// Carries out a step that says something to the light; the waits between are not the port's.
  ///
  /// - Parameters:
  ///   - patience: until when an answer is awaited, at most; asked anew after each wait.
  ///   - isWanted: whether what was not answered is to be sent again.
  func carryOut(_ step: Step, patience: () -> EventTime?, isWanted: () -> Bool) throws(LightError) {
    switch step {
    case .send(let bytes, let acknowledgement?): try send(bytes, acknowledgement, patience, isWanted)
    case .send(let bytes, nil): try device { () throws(DeviceError) in try write(bytes) }
    case .lines(let lines): try device { () throws(DeviceError) in try link.drive(ModemLines(lines)) }
    case .gap, .wait, .waitFor: break
    }
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

  private func send(
    _ bytes: [UInt8], _ acknowledgement: Acknowledgement, _ patience: () -> EventTime?, _ isWanted: () -> Bool
  ) throws(LightError) {
    var outcome: Acknowledgement.Reply?
    for attempt in 0...acknowledgement.retries {
      if attempt > 0, !isWanted() { return }
      try device { () throws(DeviceError) in
        try write(bytes)
        outcome = try reply(acknowledgement, to: bytes, patience)
      }
      if outcome == .accepted { return }
      if let end = patience(), end <= .now() { break }
    }
    throw outcome == .refused ? .refused(link.path) : .silent(link.path)
  }

  private func write(_ bytes: [UInt8]) throws(DeviceError) {
    try link.forget()
    try link.write(bytes, within: Self.writeLimit)
  }

  private func reply(
    _ acknowledgement: Acknowledgement, to bytes: [UInt8], _ patience: () -> EventTime?
  ) throws(DeviceError) -> Acknowledgement.Reply? {
    let timeout = EventTime.now() + acknowledgement.timeout
    while true {
      if let reply = acknowledgement.reply(in: link.received, to: bytes) { return reply }
      let end = min(timeout, patience() ?? timeout)
      guard .now() < end else { return nil }
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
