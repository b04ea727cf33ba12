/// The hosts of `NO_PROXY`: names and addresses, each with the names below it, separated by commas; a port narrows an
/// entry, `*` stands for every host.
struct ProxyExceptions: Hashable, Sendable {
  private let entries: [Entry]

  private struct Entry: Hashable, Sendable {
    var name: String
    var port: Int?
  }

  init(_ list: String) {
    entries = list.lowercased().split { $0 == "," || $0.isWhitespace }.map { Self.entry(String($0)) }
  }

  func contain(host: String, port: Int) -> Bool {
    let host = Self.bare(host.lowercased())
    return entries.contains { entry in
      (entry.port == nil || entry.port == port)
        && (entry.name == "*" || host == entry.name || host.hasSuffix(".\(entry.name)"))
    }
  }

  private static func entry(_ text: String) -> Entry {
    // An IPv6 address has more than one colon, and a port only behind its bracket.
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      text[..<colon].hasSuffix("]") || !text[..<colon].contains(":")
    else { return Entry(name: bare(text), port: nil) }
    return Entry(name: bare(String(text[..<colon])), port: port)
  }

  /// Without the brackets of an IPv6 address, the dot at an end, and the `*.` or `.` that some write for "below".
  private static func bare(_ name: String) -> String {
    var name = Substring(name)
    if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
    if name.hasPrefix("*.") { name = name.dropFirst(2) }
    if name.hasPrefix(".") { name = name.dropFirst() }
    if name.hasSuffix(".") { name = name.dropLast() }
    return String(name)
  }
}
