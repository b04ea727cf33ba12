/// The symbology identifier that a scanner can put before a code (ISO/IEC 15424): `]`, a letter for the symbology, and a
/// hexadecimal digit for its variant; `]C1` is Code 128 as GS1 uses it.
package struct AIMIdentifier: Hashable, Sendable {
  /// The three characters.
  package let text: String

  /// The identifier that `code` begins with.
  package init?(beginning code: String) {
    let bytes = Array(code.utf8.prefix(3))
    guard bytes.count == 3, bytes[0] == UInt8(ascii: "]") else { return nil }
    let symbology = Unicode.Scalar(bytes[1])
    let variant = Unicode.Scalar(bytes[2])
    guard symbology.properties.isAlphabetic, symbology.isASCII, "0"..."9" ~= variant || "A"..."F" ~= variant else {
      return nil
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the symbol itself says that it holds GS1 element strings: FNC1 stands in its first position.
  package var marksGS1: Bool {
    switch text {
    // GS1-128, GS1 DataBar, GS1 DataMatrix, GS1 QR Code, GS1 DotCode
    case "]C1", "]e0", "]d2", "]Q3", "]J1": true
    default: false
    }
  }
}
