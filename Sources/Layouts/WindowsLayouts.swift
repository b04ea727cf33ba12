import Scanning

// Source: Unicode CLDR, `keyboards/windows/NAME-t-k0-windows.xml` (Windows 6.1), by the names below; KBDGR also
// Microsoft's Windows driver samples, `input/layout/all_kbds/kbdgr/kbdgr.c`. KBD… are the names of Windows' drivers.
extension WindowsLayout {
  /// By the name of xkb's layout. US is built in.
  static let named: [String: WindowsLayout] = [
    "gb": unitedKingdom, "de": german, "fr": french, "be": belgian, "es": spanish, "it": italian, "ch": swissGerman,
    "cz": czech, "us(intl)": unitedStatesInternational,
  ]

  /// KBDUK; CLDR `en-GB`.
  private static let unitedKingdom = WindowsLayout(
    altGr: KeyboardPicture(
      """
      ¦ . . . €
      . . é . . . ú í ó
      á
      """),
    shiftAltGr: KeyboardPicture(
      """
      .
      . . É . . . Ú Í Ó
      Á
      """),
    caps: lettersOnly)

  /// KBDGR; CLDR `de`. Caps Lock is a shift lock but for the dead keys, `-` and `<`.
  private static let german = WindowsLayout(
    altGr: KeyboardPicture(
      #"""
      . . ² ³ . . . { [ ] } \
      @ . € . . . . . . . . ~
      .
      | . . . . . . µ
      """#),
    shiftAltGr: nothing,
    caps: KeyboardPicture(
      """
      . 1 1 1 1 1 1 1 1 1 1 1 .
      1 1 1 1 1 1 1 1 1 1 1 1
      1 1 1 1 1 1 1 1 1 1 1 1
      . 1 1 1 1 1 1 1 1 1 .
      """))

  /// KBDFR; CLDR `fr`. AltGr on é and è is a dead accent, where xkb gives `~` and `` ` `` at once.
  private static let french = WindowsLayout(
    altGr: KeyboardPicture(
      #"""
      . . ~@ # { [ | `@ \ ^ @ ] }
      . . € . . . . . . . . ¤
      """#),
    shiftAltGr: nothing,
    caps: shiftLock,
    keys: [.grave: (plain: .character("²"), shift: nil)])  // xkb: ² and ~

  /// KBDBE; CLDR `fr-BE`.
  private static let belgian = WindowsLayout(
    altGr: KeyboardPicture(
      #"""
      . | @ # { [ ^ . . { }
      . . € . . . . . . . [ ]
      . . . . . . . . . . ´@ `@
      \ . . . . . . . . . ~@
      """#),
    shiftAltGr: KeyboardPicture(
      """
      .
      .
      . . . . . . . . . . ´@ `@
      . . . . . . . . . . ~@
      """),
    caps: shiftLock)

  /// KBDSP; CLDR `es`.
  private static let spanish = WindowsLayout(
    altGr: KeyboardPicture(
      #"""
      \ | @ # ~@ € ¬
      . . € . . . . . . . [ ]
      . . . . . . . . . . { }
      """#),
    shiftAltGr: nothing,
    caps: KeyboardPicture(
      """
      .
      1 1 1 1 1 1 1 1 1 1 . .
      1 1 1 1 1 1 1 1 1 1 . 1
      . 1 1 1 1 1 1 1
      """))

  /// KBDIT; CLDR `it`. No key gives `~` or `` ` ``, and Caps Lock leaves è, ò, à, ù and ì as they are.
  private static let italian = WindowsLayout(
    altGr: KeyboardPicture(
      """
      . . . . . €
      . . € . . . . . . . [ ]
      . . . . . . . . . @ #
      """),
    shiftAltGr: KeyboardPicture(
      """
      .
      . . . . . . . . . . { }
      """),
    caps: lettersOnly)

  /// KBDSG; CLDR `de-CH`.
  private static let swissGerman = WindowsLayout(
    altGr: KeyboardPicture(
      #"""
      . ¦ @ # ° § ¬ | ¢ . . ´@ ~@
      . . € . . . . . . . [ ]
      . . . . . . . . . . { }
      \
      """#),
    shiftAltGr: nothing,
    caps: KeyboardPicture(
      """
      .
      1 1 1 1 1 1 1 1 1 1 S .
      1 1 1 1 1 1 1 1 1 S S .
      . 1 1 1 1 1 1 1
      """))

  /// KBDCZ; CLDR `cs`, and for Shift under Caps Lock kbdlayout.info/kbdcz. xkb has the dead accents on Shift and AltGr.
  private static let czech = WindowsLayout(
    altGr: KeyboardPicture(
      #"""
      . ~ ˇ@ ^@ ˘@ °@ ˛@ `@ ˙@ ´@ ˝@ ¨@ ¸@
      \ | € . . . . . . . ÷ ×
      . đ Đ [ ] . . ł Ł $ ß ¤
      . . # & @ { } . < > *
      """#),
    shiftAltGr: nothing,
    caps: KeyboardPicture(
      """
      . . S S S S S S S S S . .
      1 1 1 1 1 1 1 1 1 1 S .
      1 1 1 1 1 1 1 1 1 S . .
      . 1 1 1 1 1 1 1
      """))

  /// KBDUSX; CLDR `en-t-k0-windows-intl`, and for Caps Lock with AltGr MSKLC's export of the driver (`Q 5 q Q … ä Ä`).
  /// Its dead acute and diaeresis are `'` and `"`; Caps Lock shifts the comma.
  private static let unitedStatesInternational = WindowsLayout(
    altGr: KeyboardPicture(
      """
      . ¡ ² ³ ¤ € ¼ ½ ¾ ‘ ’ ¥ ×
      ä å é ® þ ü ú í ó ö « »
      á ß ð . . . . . ø ¶ ´ ¬
      . æ . © . . ñ µ ç . ¿
      """),
    shiftAltGr: KeyboardPicture(
      """
      . ¹ . . £ . . . . . . . ÷
      Ä Å É . Þ Ü Ú Í Ó Ö . .
      Á § Ð . . . . . Ø ° ¨ ¦
      . Æ . ¢ . . Ñ . Ç . .
      """),
    caps: KeyboardPicture(
      """
      .
      5 5 5 1 5 5 5 5 5 5 . .
      5 1 5 1 1 1 1 1 5 . . .
      . 5 1 1 1 1 5 1 5 . .
      """),
    keys: [.apostrophe: (plain: .dead("'"), shift: .dead("\""))],
    compositions: ["'": ["c": "ç", "C": "Ç"]])

  private static let nothing = KeyboardPicture("")

  private static let lettersOnly = KeyboardPicture(
    """
    .
    1 1 1 1 1 1 1 1 1 1
    1 1 1 1 1 1 1 1 1
    . 1 1 1 1 1 1 1
    """)

  private static let shiftLock = KeyboardPicture(
    """
    . 1 1 1 1 1 1 1 1 1 1 1 1
    1 1 1 1 1 1 1 1 1 1 1 1
    1 1 1 1 1 1 1 1 1 1 1 1
    . 1 1 1 1 1 1 1 1 1 1
    """)
}
