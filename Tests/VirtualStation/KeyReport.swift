/// The boot report of a keyboard: the modifiers and the keys that are down. Two of them that differ are key events.
struct KeyReport: Sendable {
  /// Bits of the first byte.
  private static let control: UInt8 = 0x01
  private static let shift: UInt8 = 0x02
  private static let alt: UInt8 = 0x04
  /// Keys by their HID usage.
  private static let enter: UInt8 = 0x28
  private static let rightBracket: UInt8 = 0x30
  private static let numLock: UInt8 = 0x53
  private static let keypad: [UInt8] = [0x62, 0x59, 0x5A, 0x5B, 0x5C, 0x5D, 0x5E, 0x5F, 0x60, 0x61]

  static let allUp = KeyReport()

  private var modifiers: UInt8 = 0
  private var key: UInt8 = 0

  var bytes: [UInt8] { [modifiers, 0, key, 0, 0, 0, 0, 0] }

  /// A text as a scanner that is set to this layout types it, each key down and up, Shift and key in one report, a GS as
  /// Ctrl and ]; then Enter.
  static func typing(_ text: String, as layout: KeyTable = .us) -> [KeyReport] {
    let presses = text.compactMap { character in
      if character == "\u{1D}" { return KeyReport(modifiers: control, key: rightBracket) }
      return layout.stroke(character).map { KeyReport(modifiers: $0.shift ? shift : 0, key: $0.key) }
    }
    return (presses + [KeyReport(key: enter)]).flatMap { [$0, allUp] }
  }

  /// A text as a scanner in ALT mode types it: Num Lock, then each character as its number on the keypad while Alt is
  /// down; then Enter. The release of a key is in the report of the next, if that is another.
  static func typingNumbers(_ text: String) -> [KeyReport] {
    var reports = [KeyReport(key: numLock), allUp]
    for character in text.unicodeScalars {
      reports.append(KeyReport(modifiers: alt))
      for digit in "0\(character.value)".utf8 {
        let press = KeyReport(modifiers: alt, key: keypad[Int(digit - UInt8(ascii: "0"))])
        if reports.last?.key == press.key { reports.append(KeyReport(modifiers: alt)) }
        reports.append(press)
      }
      reports += [KeyReport(modifiers: alt), allUp]
    }
    return reports + typing("")
  }
}
