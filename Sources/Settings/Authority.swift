/// Host and port as they stand in an address: `127.0.0.1:9090`, `[::1]:9090`, `tofupilot.local`.
package struct Authority: Hashable, Sendable {
  /// A name or an address; IPv6 without its brackets.
  package var host: String
  package var port: UInt16?

  package init(host: String, port: UInt16? = nil) {
    self.host = host
    self.port = port
  }

  package init?(_ text: String) {
    let name: Substring
    let rest: Substring
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      name = text[text.index(after: text.startIndex)..<end]
      rest = text[text.index(after: end)...]
      guard name.contains(":"), name.utf8.allSatisfy(Self.isInAddress) else { return nil }
    } else {
      let end = text.firstIndex(of: ":") ?? text.endIndex
      name = text[..<end]
      rest = text[end...]
      guard !name.isEmpty, name.utf8.allSatisfy(Self.isInName) else { return nil }
    }
    host = String(name)
    guard !rest.isEmpty else { return }
    guard rest.first == ":", rest.dropFirst().first?.isNumber == true,
      let port = UInt16(rest.dropFirst()), port > 0
    else { return nil }
    self.port = port
  }

  /// What is sent there does not leave this machine.
  package var isLoopback: Bool {
    host.lowercased() == "localhost" || host == "::1" || isLoopbackIPv4
  }

  /// `127.` and three octets: `127.example.com` is a name, and may be anywhere.
  private var isLoopbackIPv4: Bool {
    let octets = host.split(separator: ".", omittingEmptySubsequences: false)
    return octets.count == 4 && octets[0] == "127"
      && octets.allSatisfy { $0.utf8.allSatisfy(Self.isDigit) && UInt8($0) != nil }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

extension Authority: CustomStringConvertible {
  package var description: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port.map { "\(name):\($0)" } ?? name
  }
}

extension Form<Authority> {
  /// Where a server of ours listens.
  static var listener: Form {
    .scalar(
      "host and port, such as 127.0.0.1:9090",
      read: { text in Authority(text).flatMap { $0.port == nil ? nil : $0 } }, show: \.description)
  }
}
