/// What stands between the braces of a template: a name, and the width and alignment of what goes there.
struct Placeholder: Hashable {
  /// The most characters that a text can be given.
  static let widest = 80

  let name: String
  let width: Int?
  let isRightAligned: Bool

  /// Reads `serial`, `serial:20` and `serial:>20`.
  init(_ text: Substring) throws(TemplateError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    name = parts.first.map(String.init) ?? ""
    guard parts.count == 2 else {
      width = nil
      isRightAligned = false
      return
    }
    isRightAligned = parts[1].first == ">"
    let digits = isRightAligned ? parts[1].dropFirst() : parts[1]
    guard digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let number = Int(digits),
      1...Self.widest ~= number
    else { throw .badWidth(String(text)) }
    width = number
  }

  /// One that takes no width.
  var checksum: Checksum? { width == nil ? Checksum(rawValue: name) : nil }

  /// The names that a template may use.
  static func names(of lamp: Int?, _ texts: [String]) -> [String] {
    (lamp == nil ? [] : ["lamp"]) + texts + Checksum.allCases.map(\.rawValue)
  }
}
