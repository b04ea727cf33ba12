import Scanning

/// What a layout types on Windows, where xkb's layout of the same name types something else: scanners follow Windows.
///
/// xkb fills AltGr with characters that Windows has not and its versions move them about, so both AltGr levels are
/// Windows' whole: a key that Windows does not know spoils the scan, visibly, instead of giving another character.
struct WindowsLayout {
  let altGr: KeyboardPicture
  let shiftAltGr: KeyboardPicture
  /// Each key's `Cap` column in Microsoft's `.klc` files: `1` Caps Lock is Shift, `5` also with AltGr, `S` it gives
  /// capitals.
  let caps: KeyboardPicture
  /// The keys whose first two levels differ from xkb's.
  var keys: [KeyCode: (plain: Layout.Symbol?, shift: Layout.Symbol?)] = [:]
  /// What a dead accent and a letter give other than by Unicode's canonical composition.
  var compositions: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [:]

  func correct(_ layout: inout Layout) {
    for (code, var key) in layout.keys {
      if let (plain, shift) = keys[code] {
        key.plain = plain
        key.shift = shift
      }
      key.altGr = altGr.symbol(of: code)
      key.shiftAltGr = shiftAltGr.symbol(of: code)
      key.caps = capsClass(of: code, plain: key.plain, shift: key.shift)
      layout.keys[code] = key
    }
    layout.compositions = compositions
  }

  private func capsClass(of code: KeyCode, plain: Layout.Symbol?, shift: Layout.Symbol?) -> Layout.CapsClass {
    switch caps.cells[code] {
    case "1": .shift
    case "5": .shiftAltGr
    case "S": .own(plain: plain?.capital, shift: shift?.capital)
    default: .none
    }
  }
}

extension Layout.Symbol {
  fileprivate var capital: Layout.Symbol {
    guard case .character(let scalar) = self else { return self }
    let capital = scalar.properties.uppercaseMapping.unicodeScalars
    return .character(capital.count == 1 ? capital.first ?? scalar : scalar)
  }
}
