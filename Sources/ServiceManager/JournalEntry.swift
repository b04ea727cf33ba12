internal import Logging

/// One entry of systemd's journal: its fields, and the two ways to write it.
struct JournalEntry: Sendable {
  private let message: String
  private let priority: Int
  private let identifier: String
  /// By name, in the order of their names.
  private let facts: [(name: String, value: String)]

  init(_ event: LogEvent, identifier: String, metadata: Logger.Metadata) {
    self.identifier = identifier
    priority = event.level.priority
    facts = metadata.map { (Self.fieldName($0.key), "\($0.value)") }.sorted { $0.0 < $1.0 }
    message = event.message.description
  }

  /// As `journalctl` shows it: the message, then the facts, as it shows no other field by itself.
  private var text: String {
    ([message] + facts.filter { !$0.value.isEmpty }.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
  }

  /// The native protocol: `NAME=value` and a line's end; a value with line ends goes with its length before it, in 64
  /// bits, the lowest byte first.
  var datagram: [UInt8] {
    var bytes: [UInt8] = []
    let own = [("MESSAGE", text), ("PRIORITY", "\(priority)"), ("SYSLOG_IDENTIFIER", identifier)]
    for (name, value) in own + facts {
      bytes += name.utf8
      if value.utf8.contains(UInt8(ascii: "\n")) {
        bytes.append(UInt8(ascii: "\n"))
        withUnsafeBytes(of: UInt64(value.utf8.count).littleEndian) { bytes += $0 }
      } else {
        bytes.append(UInt8(ascii: "="))
      }
      bytes += value.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// A line of standard error, by `sd-daemon(3)`: `<5>verdict LANE=1`.
  var line: String {
    "<\(priority)>\(String(text.map { $0.isNewline ? " " : $0 }))\n"
  }

  /// `A` to `Z`, digits and `_`, a letter first, at most 64: the journal drops other names, and those with a `_` before
  /// them are its own.
  private static func fieldName(_ key: String) -> String {
    let name = key.uppercased().utf8.map { byte in
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        ? byte : UInt8(ascii: "_")
    }
    let rest = name.drop { !(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0) }
    return String(decoding: rest.prefix(64), as: UTF8.self)
  }
}

extension Logger.Level {
  /// By `syslog(3)`.
  fileprivate var priority: Int {
    switch self {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}
