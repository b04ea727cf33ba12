/// How a scanner is set up, as its scan of a check code shows it.
package struct ScannerSetup: Hashable, Sendable {
  /// The layouts that give the code's text: one, unless the scan cannot tell; the first is the one to set.
  package var layouts: [String]
  /// What comes before each code, the AIM identifier apart.
  package var prefix = ""
  package var symbology: AIMIdentifier?
  /// Whether the AIM identifier stands before the prefix, which is then another for each kind of code.
  package var isSymbologyFirst = false
  /// What comes behind each code, the terminator apart.
  package var suffix = ""
  package var terminator = Terminator.none(quietGap: Terminator.defaultQuietGap)
  /// nil: the code has no GS.
  package var separator: Separator?
  package var letterCase = LetterCase.asPrinted
  /// It presses Caps Lock itself.
  package var tapsCapsLock = false
  /// It types each character as a number on the keypad, Alt held down: every layout gives the same.
  package var usesAltMode = false
  /// Keys before or behind the code that are no character: a scan with one is refused.
  package var strangeKeys: [KeyCode] = []

  package init(layouts: [String]) {
    self.layouts = layouts
  }

  /// How a GS (0x1D) inside a code arrives.
  package enum Separator: Hashable, Sendable {
    /// As itself: Ctrl+], or 029 in ALT mode.
    case itself
    case substitute(String)
    /// As a key that is no character, such as F8.
    case key(KeyCode)
    case dropped
  }

  /// What becomes of the letters of a code.
  package enum LetterCase: Hashable, CaseIterable, Sendable {
    case asPrinted
    /// Small for capital, capital for small: the scanner makes up for a Caps Lock that is on at the PC.
    case swapped
    case upper
    case lower

    func isTyped(_ typed: Unicode.Scalar, for printed: Unicode.Scalar) -> Bool {
      switch self {
      case .asPrinted: typed == printed
      case .swapped: typed == (printed.lower == printed ? printed.upper : printed.lower)
      case .upper: typed == printed.upper
      case .lower: typed == printed.lower
      }
    }
  }
}

extension Unicode.Scalar {
  /// ASCII alone has a case here.
  fileprivate var upper: Unicode.Scalar { "a"..."z" ~= self ? Unicode.Scalar(UInt8(value) & ~0x20) : self }
  fileprivate var lower: Unicode.Scalar { "A"..."Z" ~= self ? Unicode.Scalar(UInt8(value) | 0x20) : self }
}
