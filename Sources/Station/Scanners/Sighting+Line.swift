import Scanning

extension Sighting {
  /// As a file keeps it: `lane "1" kind "05e0:1200 Scanner" name "Scanner" socket "pci-0000:00:14.0-usb-0:3"`.
  var line: String {
    let fields = [("lane", lane), ("kind", kind), ("name", name), ("serial", serial), ("socket", socket)]
    return fields.compactMap { key, text in text.map { "\(key) \(QuotedText($0))" } }.joined(separator: " ")
  }

  /// nil: it is no such line.
  init?(line: Substring) {
    var fields: [String: String] = [:]
    var rest = line.unicodeScalars
    while let quote = rest.firstIndex(of: "\"") {
      let key = Substring(rest[..<quote]).filter { $0 != " " }
      rest = rest[rest.index(after: quote)...]
      guard let text = QuotedText(readingFrom: &rest) else { return nil }
      fields[key] = text.text
    }
    guard rest.isEmpty, let lane = fields["lane"], let name = fields["name"] else { return nil }
    self.init(lane: lane, kind: fields["kind"], name: name, serial: fields["serial"], socket: fields["socket"])
  }
}
