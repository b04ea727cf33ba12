/// The bytes of one write, with places for texts and for a checksum over all before it.
package struct Template: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case byte(UInt8)
    case text(Insertion)
    case checksum(Checksum)
  }

  let pieces: [Piece]

  init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// The bytes for a message, the texts in it without the `reserved` bytes.
  func bytes(for message: Message, without reserved: Set<UInt8>) -> [UInt8] {
    pieces.reduce(into: []) { bytes, piece in
      switch piece {
      case .byte(let byte): bytes.append(byte)
      case .text(let insertion): bytes += insertion.bytes(of: message, without: reserved)
      case .checksum(let checksum): bytes += checksum.bytes(over: bytes)
      }
    }
  }

  /// Its own marks: what begins and ends a command is one of them. Letters, digits and spaces are words in a text too.
  var marks: [UInt8] {
    pieces.compactMap { piece in
      guard case .byte(let byte) = piece else { return nil }
      return byte.isWordOrSpace ? nil : byte
    }
  }

  /// The bytes where they are the same for every message; nil: there are texts among them.
  package var constant: [UInt8]? {
    let hasTexts = pieces.contains { if case .text = $0 { true } else { false } }
    return hasTexts ? nil : bytes(for: Message(.stopping), without: [])
  }
}

extension UInt8 {
  fileprivate var isWordOrSpace: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: " "):
      true
    default: false
    }
  }
}
