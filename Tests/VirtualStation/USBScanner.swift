/// A scanner and the socket it is for, as a person has it in the hand.
struct USBScanner: Sendable {
  let device: USBDevice
  let socket: USBSocket

  init(_ device: USBDevice, in socket: USBSocket) {
    self.device = device
    self.socket = socket
  }

  func plug() throws { try socket.perform([.plug(device)]) }

  /// Pulls it: what it still had to say is not said.
  func unplug() throws { try socket.perform(atOnce: [.unplug]) }

  /// Reads a code in keyboard mode.
  func scan(_ text: String, as layout: KeyTable = .us) throws {
    Tally.shared.addScan()
    try send(KeyReport.typing(text, as: layout))
  }

  /// Says these reports of its keyboard.
  func send(_ reports: some Sequence<KeyReport>) throws {
    try socket.perform(try steps(reports))
  }

  /// Says no more of what it had to say; ends it with Enter.
  func breakOff() throws {
    try socket.perform(atOnce: try steps([.allUp] + KeyReport.typing("")))
  }

  /// Rests until no key belongs to a scan that may have begun before the grab: the agent's 200 ms.
  func settle() throws {
    try socket.perform([.rest(.milliseconds(250))])
  }

  /// Reads a code in HID POS mode.
  func report(_ text: String, aim: String) throws {
    Tally.shared.addScan()
    let (_, endpoint) = try endpoint(of: (3, 0, 0))
    try socket.perform(HIDPOSReport.reports(of: text, aim: aim).map { .send($0, endpoint: endpoint) })
  }

  /// Reads a code as a serial port.
  func line(_ text: String, end: String = "\r") throws {
    Tally.shared.addScan()
    let (_, endpoint) = try endpoint(of: (10, 0, 0))
    try socket.perform([.send(Array((text + end).utf8), endpoint: endpoint)])
  }

  /// The keyboard's node, by the name that udev gives it.
  var link: String {
    get throws { "/dev/input/by-path/\(socket.port):1.\(try endpoint(of: (3, 1, 1)).interface)-event-kbd" }
  }

  private func steps(_ reports: some Sequence<KeyReport>) throws -> [USBSocket.Step] {
    let (_, endpoint) = try endpoint(of: (3, 1, 1))
    return reports.map { .send($0.bytes, endpoint: endpoint) }
  }

  /// What the interface of this class, subclass and protocol speaks on.
  private func endpoint(of kind: (UInt8, UInt8, UInt8)) throws -> (interface: Int, address: UInt8) {
    for (number, interface) in device.interfaces.enumerated() where interface.kind == kind {
      if let endpoint = interface.endpoints.first { return (number, endpoint.address) }
    }
    throw NoInterface(kind: kind)
  }

  struct NoInterface: Error {
    let kind: (UInt8, UInt8, UInt8)
  }
}
