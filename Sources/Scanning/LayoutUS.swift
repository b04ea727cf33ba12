extension Layout {
  /// The US layout of a 104-key keyboard, and of the 102nd key as Windows' US layout has it: scanners leave the factory
  /// with it.
  package static let us = Layout(
    name: "us",
    keys: Dictionary(
      uniqueKeysWithValues: [
        row(from: .digit1, "1234567890-=", "!@#$%^&*()_+"),
        row(from: .q, "qwertyuiop[]", "QWERTYUIOP{}"),
        row(from: .a, "asdfghjkl;'`", "ASDFGHJKL:\"~"),
        row(from: .backslash, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
        row(from: .space, " ", " "),
        row(from: .key102nd, "\\", "|"),
      ].joined()))

  /// Neighbours on a keyboard row have consecutive key codes.
  private static func row(from first: KeyCode, _ plain: String, _ shift: String) -> [(KeyCode, Key)] {
    zip(plain.unicodeScalars, shift.unicodeScalars).enumerated().map { offset, symbols in
      let (plain, shift) = symbols
      let key = Key(
        plain: .character(plain), shift: .character(shift),
        caps: plain.properties.isLowercase ? .shift : .none)
      return (KeyCode(rawValue: first.rawValue + UInt16(offset)), key)
    }
  }
}
