import Layouts
import Scanning
import Testing

@Suite struct LayoutsTests {
  let layouts = Layouts()

  @Test("every key of a layout gives at every level what Windows gives", arguments: Layouts.names)
  func everyKeyGivesWhatWindowsGives(name: String) throws {
    let layout = try layouts.layout(named: name)
    for level in try WindowsFixture(name).levels {
      for (key, symbol) in level.cells {
        let given = layout.keys[key]?.symbol(shift: level.shift, altGr: level.altGr, capsLock: level.capsLock)
        #expect(given == symbol, "\(name), \(level.name), key \(key.rawValue)")
      }
    }
    #expect(layout.keys[.space] == Layout.Key(plain: .character(" "), shift: .character(" ")))
  }

  @Test(
    "a layout types all printable ASCII, but Windows' Italian has no ~ and no `",
    arguments: Layouts.names)
  func everyASCIICharacterIsTypeable(name: String) throws {
    let ascii = (0x20...0x7E as ClosedRange<UInt8>).map(Unicode.Scalar.init)
    let missing = Set(ascii).subtracting(try layouts.layout(named: name).typeable)
    #expect(missing == (name == "it" ? ["~", "`"] : []))
  }

  @Test("us is built in and needs no keyboard data")
  func usNeedsNoData() throws {
    #expect(try Layouts(root: "/nonexistent").layout(named: "us") == .us)
  }

  @Test("Caps Lock turns the AltGr letters of us(intl) into capitals, as on Windows")
  func capsLockShiftsAltGrLetters() throws {
    let key = try #require(try layouts.layout(named: "us(intl)").keys[.q])
    #expect(key.symbol(shift: false, altGr: true, capsLock: true) == .character("Ä"))
    #expect(key.symbol(shift: true, altGr: true, capsLock: true) == .character("ä"))
  }

  @Test("a layout that is not held against Windows is as xkb has it")
  func otherLayoutsAreAsXKBHasThem() throws {
    let dvorak = try layouts.layout(named: "us(dvorak)")
    #expect(dvorak.keys[.q]?.plain == .character("'"))
    #expect(dvorak.keys[.q]?.altGr == .dead("´"))
    let swiss = try layouts.layout(named: "ch(fr)")
    #expect(swiss.keys[.digit1]?.caps == Layout.CapsClass.none)
    #expect(swiss.keys[.q]?.caps == .shift)
    #expect(swiss.keys[.o]?.caps == .shiftAltGr)
    #expect(swiss.keys[.leftBrace]?.caps == .own(plain: .character("È"), shift: .character("Ü")))
    #expect(swiss.keys[.rightBrace]?.plain == .dead("¨"))
  }
}
