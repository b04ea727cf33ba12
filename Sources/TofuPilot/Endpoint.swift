import FoundationEssentials
import Scanning

/// Where the API stands, and the addresses of what we ask of it: `https://www.tofupilot.app/api/v2/…`.
struct Endpoint: Hashable, Sendable {
  let usesTLS: Bool
  let host: String
  let port: Int
  private let base: String

  /// From an origin with or without `/api`, with or without a slash at the end.
  init(_ url: String) throws(ConnectionError) {
    guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(), let host = parts.host,
      ["http", "https"].contains(scheme), !host.isEmpty
    else { throw .url(url, problem: "is no http or https address") }
    guard parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil else {
      throw .url(parts.host ?? "", problem: "holds more than an origin")
    }
    usesTLS = scheme == "https"
    self.host = host
    port = parts.port ?? (usesTLS ? 443 : 80)
    let origin = url.hasSuffix("/") ? String(url.dropLast()) : url
    base = (parts.path.hasSuffix("/api") || parts.path.hasSuffix("/api/") ? origin : origin + "/api") + "/v2"
  }

  /// Host and port, for a message.
  var authority: String { "\(host):\(port)" }

  var whoami: String { "\(base)/whoami" }

  /// The one unit of that serial number.
  func unit(_ serial: SerialNumber) -> String {
    "\(base)/units/\(Self.encoded(serial.text))"
  }

  /// The list of units of that serial number, long enough to see whether it is the only one.
  func units(_ serial: SerialNumber) -> String {
    "\(base)/units?serial_numbers=\(Self.encoded(serial.text))&limit=2"
  }

  /// Percent-encodes all but the unreserved characters of RFC 3986; a segment of dots alone, which a server would
  /// take for a way out of the path even when encoded once, cannot come from a `SerialNumber`.
  private static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        encoded += byte < 0x10 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return encoded
  }
}
