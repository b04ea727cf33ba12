import CXKBCommon

/// A dead accent: the spacing form that names it and the combining mark it puts on the next letter.
struct DeadAccent: Hashable, Sendable {
  let spacing: Unicode.Scalar
  let combining: Unicode.Scalar

  init(_ spacing: Unicode.Scalar, _ combining: Unicode.Scalar) {
    self.spacing = spacing
    self.combining = combining
  }

  /// letter → composed, for the Latin letters whose composition is one scalar of Latin-1 or Latin Extended-A.
  var compositions: [Unicode.Scalar: Unicode.Scalar] {
    var composed: [Unicode.Scalar: Unicode.Scalar] = [:]
    for letter in Self.letters {
      composed[letter] = Self.precomposed[String(String.UnicodeScalarView([letter, combining]))]
    }
    return composed
  }

  /// Spacing forms are those of Windows: the ring is the degree sign, tilde and circumflex are the ASCII ones.
  static let ofKeysyms: [xkb_keysym_t: DeadAccent] = [
    xkb_keysym_t(XKB_KEY_dead_grave): DeadAccent("`", "\u{300}"),
    xkb_keysym_t(XKB_KEY_dead_acute): DeadAccent("´", "\u{301}"),
    xkb_keysym_t(XKB_KEY_dead_circumflex): DeadAccent("^", "\u{302}"),
    xkb_keysym_t(XKB_KEY_dead_tilde): DeadAccent("~", "\u{303}"),
    xkb_keysym_t(XKB_KEY_dead_macron): DeadAccent("¯", "\u{304}"),
    xkb_keysym_t(XKB_KEY_dead_breve): DeadAccent("˘", "\u{306}"),
    xkb_keysym_t(XKB_KEY_dead_abovedot): DeadAccent("˙", "\u{307}"),
    xkb_keysym_t(XKB_KEY_dead_diaeresis): DeadAccent("¨", "\u{308}"),
    xkb_keysym_t(XKB_KEY_dead_abovering): DeadAccent("°", "\u{30A}"),
    xkb_keysym_t(XKB_KEY_dead_doubleacute): DeadAccent("˝", "\u{30B}"),
    xkb_keysym_t(XKB_KEY_dead_caron): DeadAccent("ˇ", "\u{30C}"),
    xkb_keysym_t(XKB_KEY_dead_cedilla): DeadAccent("¸", "\u{327}"),
    xkb_keysym_t(XKB_KEY_dead_ogonek): DeadAccent("˛", "\u{328}"),
  ]

  /// By spacing form; `'` and `"` are the dead acute and diaeresis of us(intl).
  static let named: [Unicode.Scalar: DeadAccent] = {
    let all = ofKeysyms.values + [DeadAccent("'", "\u{301}"), DeadAccent("\"", "\u{308}")]
    return Dictionary(uniqueKeysWithValues: all.map { ($0.spacing, $0) })
  }()

  private static let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars

  // Strings are equal by canonical equivalence: `e` and U+0301 find `é`.
  private static let precomposed: [String: Unicode.Scalar] = {
    let scalars = (0xC0...0x17F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    return Dictionary(uniqueKeysWithValues: scalars.map { (String(Character($0)), $0) })
  }()
}
