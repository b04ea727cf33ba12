/// A key's name in the kernel's spelling (`KEY_A`), or its number (`0xb7`) where we have no name for it.
extension KeyCode: CustomStringConvertible {
  package var description: String {
    let code = Int(rawValue)
    guard code < Self.names.count, Self.names[code] != Self.unnamed else {
      return "0x\(String(rawValue, radix: 16))"
    }
    return "KEY_\(Self.names[code])"
  }

  /// Reads what `description` writes.
  package init?(name: some StringProtocol) {
    if name.hasPrefix("0x"), let code = UInt16(name.dropFirst(2), radix: 16) {
      self.init(rawValue: code)
    } else if name.hasPrefix("KEY_"), let code = Self.names.firstIndex(where: { name.dropFirst(4) == $0 }),
      Self.names[code] != Self.unnamed
    {
      self.init(rawValue: UInt16(code))
    } else {
      return nil
    }
  }

  private static let unnamed = "-"

  /// The kernel's names in the order of their codes, from 0: the main block, where every key of a 105-key keyboard is.
  private static let names =
    """
    RESERVED ESC 1 2 3 4 5 6 7 8 9 0 MINUS EQUAL BACKSPACE TAB Q W E R T Y U I O P LEFTBRACE RIGHTBRACE ENTER
    LEFTCTRL A S D F G H J K L SEMICOLON APOSTROPHE GRAVE LEFTSHIFT BACKSLASH Z X C V B N M COMMA DOT SLASH
    RIGHTSHIFT KPASTERISK LEFTALT SPACE CAPSLOCK F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 NUMLOCK SCROLLLOCK KP7 KP8 KP9
    KPMINUS KP4 KP5 KP6 KPPLUS KP1 KP2 KP3 KP0 KPDOT - ZENKAKUHANKAKU 102ND F11 F12 RO KATAKANA HIRAGANA HENKAN
    KATAKANAHIRAGANA MUHENKAN KPJPCOMMA KPENTER RIGHTCTRL KPSLASH SYSRQ RIGHTALT LINEFEED HOME UP PAGEUP LEFT RIGHT
    END DOWN PAGEDOWN INSERT DELETE MACRO MUTE VOLUMEDOWN VOLUMEUP POWER KPEQUAL KPPLUSMINUS PAUSE SCALE KPCOMMA
    HANGEUL HANJA YEN LEFTMETA RIGHTMETA COMPOSE
    """
    .split { $0 == " " || $0 == "\n" }
}
