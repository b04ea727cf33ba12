/// A text as TofuPilot matches serial, part and batch numbers: by its bytes, ASCII case ignored.
///
/// Not `lowercased()`, which takes the Kelvin sign for a K.
struct FoldedText: Hashable, Sendable {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }

  /// Whether the other text stands somewhere in this one.
  func contains(_ other: FoldedText) -> Bool {
    bytes.contains(other.bytes)
  }
}
