/// A pattern in which `*` stands for any characters and `?` for one; all else stands for itself, byte for byte.
package struct Wildcard: Hashable, Sendable {
  // Scalars, not characters: they are equal exactly where the UTF-8 bytes are, and `?` is still one letter.
  private let scalars: [Unicode.Scalar]

  package init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  package var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Whether the pattern fits the whole text; at most as many steps as pattern and text multiplied.
  package func matches(_ text: String, ignoringCase: Bool = false) -> Bool {
    let text = Array(text.unicodeScalars)
    var (here, there) = (0, 0)
    // Only the last star ever needs a second try: an earlier one that took more would leave it less.
    var lastStar: (pattern: Int, text: Int)?
    while there < text.count {
      if here < scalars.count, scalars[here] == "*" {
        lastStar = (here, there)
        here += 1
      } else if here < scalars.count,
        scalars[here] == "?" || scalars[here].equals(text[there], ignoringCase: ignoringCase)
      {
        here += 1
        there += 1
      } else if let star = lastStar {
        lastStar = (star.pattern, star.text + 1)
        (here, there) = (star.pattern + 1, star.text + 1)
      } else {
        return false
      }
    }
    return scalars[here...].allSatisfy { $0 == "*" }
  }

  /// Whether every text fits.
  package var matchesEverything: Bool {
    !scalars.isEmpty && scalars.allSatisfy { $0 == "*" }
  }
}

extension Wildcard: CustomStringConvertible {
  package var description: String { text }
}

extension [Wildcard] {
  /// Whether one of the patterns fits; none does in an empty list.
  func match(_ text: String, ignoringCase: Bool) -> Bool {
    contains { $0.matches(text, ignoringCase: ignoringCase) }
  }
}

extension Unicode.Scalar {
  fileprivate func equals(_ other: Unicode.Scalar, ignoringCase: Bool) -> Bool {
    self == other || ignoringCase && asciiLowercased == other.asciiLowercased
  }

  private var asciiLowercased: UInt32 {
    ("A"..."Z").contains(self) ? value | 0x20 : value
  }
}
