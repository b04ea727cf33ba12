import Scanning

/// How a text is written as a YAML scalar: plain where that is safe, else in quotes.
extension String {
  var yamlScalar: String {
    if unicodeScalars.allSatisfy({ $0.isPrintable && $0 != "\u{FEFF}" }) {
      isPlain ? self : "'\(split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    } else {
      "\"\(unicodeScalars.map(\.yamlEscaped).joined())\""
    }
  }

  /// Whether it is safe without quotes wherever we write it, inside brackets too.
  private var isPlain: Bool {
    guard let first = unicodeScalars.first, first.isWord || first == "/" || first == "^" else { return false }
    let isSafe = unicodeScalars.allSatisfy { $0.isWord || "/^$.:*?+-()= ;\\".unicodeScalars.contains($0) }
    return isSafe && last != " " && last != ":" && !contains(": ")
  }
}

extension Unicode.Scalar {
  fileprivate var isWord: Bool {
    "a"..."z" ~= self || "A"..."Z" ~= self || "0"..."9" ~= self || self == "_"
  }

  fileprivate var yamlEscaped: String {
    switch self {
    case "\"", "\\": "\\\(self)"
    case _ where isPrintable: String(self)
    default:
      "\\U" + String(repeating: "0", count: 8 - String(value, radix: 16).count) + String(value, radix: 16)
    }
  }
}
