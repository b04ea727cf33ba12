/// The number that a unit carries on its label and TofuPilot knows it by.
///
/// Two are the same if their UTF-8 bytes are, ASCII case aside: TofuPilot keeps them unique that way.
package struct SerialNumber: Sendable {
  /// The number as scanned.
  package let text: String

  /// Throws where `text` is empty, too long, or has a character that the alphabet lacks.
  package init(_ text: String, alphabet: Alphabet = .tofupilot) throws(SerialNumberError) {
    guard !text.isEmpty else { throw .empty }
    let bytes = text.utf8.count
    guard bytes <= alphabet.limit else { throw .tooLong(bytes: bytes, limit: alphabet.limit) }
    if let stranger = text.unicodeScalars.first(where: { !alphabet.contains($0) }) {
      throw .forbidden(stranger, in: text)
    }
    // In a URL these two mean a folder, even percent-encoded.
    guard text != ".", text != ".." else { throw .dots(text) }
    self.text = text
  }

  /// The characters that a serial number may have.
  package enum Alphabet: String, CaseIterable, Hashable, Sendable {
    /// TofuPilot's rule for new units: 1 to 60 of `A-Za-z0-9_.:+-`.
    case tofupilot
    /// For older data: up to 200 bytes of anything printable.
    case any

    /// The most bytes.
    package var limit: Int {
      switch self {
      case .tofupilot: 60
      case .any: 200
      }
    }

    package func contains(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .tofupilot:
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", "_", ".", ":", "+", "-": true
        default: false
        }
      case .any: scalar.isPrintable
      }
    }
  }
}

extension SerialNumber: Hashable {
  package static func == (left: SerialNumber, right: SerialNumber) -> Bool {
    left.text.isSameNumber(as: right.text)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(text.foldedBytes)
  }
}

extension SerialNumber: CustomStringConvertible {
  package var description: String { text.escaped() }
}
