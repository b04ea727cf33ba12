import Floor

/// A light at a serial port of the machine, whose bytes come here.
struct SerialLight: Sendable {
  /// A shipped profile of commands of one byte: what is dark, and what is sent for PASS and for nothing else.
  static let profile = "adafruit-tower"
  static let dark = "24 22 21"
  static let safe = "24 22 21 28"
  static let pass = "22 21 14"
  static let green = "14"
  /// What tells the one at the machine's own adapter in udev's rules.
  static let ownAdapter = #"KERNELS=="1-5", ATTRS{idVendor}=="0403""#

  let wire: Conversation
  /// By the rules' name for it: /dev/scangate/light-NUMBER.
  let number: Int

  var node: String { "/dev/scangate/light-\(number)" }

  /// Waits until it is sent these bytes, and gives what it was sent before.
  @discardableResult
  func gets(_ bytes: String) async throws -> String {
    try await wire.bytes(before: bytes.split(separator: " ").compactMap { UInt8($0, radix: 16) }).hexadecimal
  }

  /// All that it was sent up to now.
  func rest(of machine: Machine) async throws -> String {
    let mark = "the test's own end"
    try await machine.guest.run("printf %s \"\(mark)\" >\(node)")
    return try await wire.bytes(before: Array(mark.utf8)).hexadecimal
  }
}

/// Runs the agent with a light, for a server that passes every unit and is no stand-in: that lights nothing.
///
/// - Parameter match: what tells the light in udev's rules.
func station(
  with light: SerialLight, match: String, _ body: (Agent, Machine) async throws -> Void
) async throws {
  let configuration = "indicators: [{profile: \(SerialLight.profile), port: \(light.node)}]"
  try await station(at: "http://10.0.2.2:\(floor_serve())", configuration: configuration) { agent, machine in
    try await machine.mark(light, match: match)
    try await body(agent, machine)
  }
}

extension Machine {
  /// Says in udev's rules which port is this light.
  func mark(_ light: SerialLight, match: String) async throws {
    try await guest.write(
      #"SUBSYSTEM=="tty|usb", \#(match), ENV{SCANGATE_INDICATOR}="1", ENV{SCANGATE_LIGHT}="\#(light.number)""# + "\n",
      to: "/etc/udev/rules.d/65-scangate-local.rules")
    try await guest.run("udevadm control --reload")
  }
}

extension Agent {
  /// Waits until a light has come or gone.
  @discardableResult
  func indicator(is state: String) async throws -> JSONLine {
    try await line { $0.type == "indicator" && $0.state == state }
  }
}

extension [UInt8] {
  /// `24 22 21`
  fileprivate var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
  }
}
