/// The characters that a key gives whatever the layout.
extension KeyCode {
  /// What a keypad key types: Num Lock is of no account, a scanner never means the arrows.
  var keypadCharacter: Unicode.Scalar? {
    switch self {
    case .kpDot: "."
    case .kpPlus: "+"
    case .kpMinus: "-"
    case .kpAsterisk: "*"
    case .kpSlash: "/"
    default: keypadDigit.map { Unicode.Scalar(UInt8(ascii: "0") + $0) }
    }
  }

  /// The digit on a keypad key.
  var keypadDigit: UInt8? {
    switch self {
    case .kp0: 0
    case .kp1: 1
    case .kp2: 2
    case .kp3: 3
    case .kp4: 4
    case .kp5: 5
    case .kp6: 6
    case .kp7: 7
    case .kp8: 8
    case .kp9: 9
    default: nil
    }
  }

  /// The control character that the key gives with Ctrl, by its place on a US keyboard: `]` is GS, J is line feed,
  /// `6` is RS and `-` is US (their Shift symbols are `^` and `_`).
  var controlCharacter: Unicode.Scalar? {
    guard let key = Layout.us.keys[self] else { return nil }
    return key.shift?.controlCharacter ?? key.plain?.controlCharacter
  }
}

extension Layout.Symbol {
  /// ASCII columns 4 and 5, `@` to `_`, lie 64 above the control characters.
  fileprivate var controlCharacter: Unicode.Scalar? {
    guard case .character(let character) = self, ("@"..."_").contains(character) else { return nil }
    return Unicode.Scalar(UInt8(truncatingIfNeeded: character.value - 64))
  }
}
