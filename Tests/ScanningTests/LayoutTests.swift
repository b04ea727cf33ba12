import Scanning
import Testing

@Suite("Layouts")
struct LayoutTests {
  @Test("The US layout types every printable ASCII character")
  func everyCharacter() {
    let symbols = Layout.us.keys.values.flatMap { [$0.plain, $0.shift] }
    for value in UInt8(0x20)...0x7E {
      #expect(symbols.contains(.character(Unicode.Scalar(value))), "\(Unicode.Scalar(value))")
    }
    #expect(Layout.us.keys.count == 49)
  }

  @Test(
    "Keys of the US layout",
    arguments: [
      (KeyCode.digit2, "2", "@"), (.minus, "-", "_"), (.z, "z", "Z"), (.grave, "`", "~"), (.backslash, "\\", "|"),
      (.slash, "/", "?"), (.key102nd, "\\", "|"), (.apostrophe, "'", "\""), (.space, " ", " "),
    ] as [(KeyCode, Unicode.Scalar, Unicode.Scalar)])
  func keys(code: KeyCode, plain: Unicode.Scalar, shift: Unicode.Scalar) throws {
    let key = try #require(Layout.us.keys[code])
    #expect(key.plain == .character(plain))
    #expect(key.shift == .character(shift))
  }

  /// What a key `a A b B` types under Caps Lock: plain, shift, AltGr, Shift and AltGr.
  @Test(
    "Caps Lock by class",
    arguments: [
      (.none, "aAbB"), (.shift, "AabB"), (.shiftAltGr, "AaBb"), (.own(plain: .character("1"), shift: nil), "1-bB"),
    ] as [(Layout.CapsClass, String)])
  func capsLock(caps: Layout.CapsClass, expected: String) {
    let key = Layout.Key(
      plain: .character("a"), shift: .character("A"), altGr: .character("b"), shiftAltGr: .character("B"), caps: caps)
    var typed = ""
    for (shift, altGr) in [(false, false), (true, false), (false, true), (true, true)] {
      switch key.symbol(shift: shift, altGr: altGr, capsLock: true) {
      case .character(let character)?: typed.unicodeScalars.append(character)
      default: typed += "-"
      }
    }
    #expect(typed == expected)
    #expect(key.symbol(shift: true, altGr: false, capsLock: false) == .character("A"))
  }
}
