import Scanning
import Testing

extension Layout {
  /// As much of the German layout as these tests type: dead accents, AltGr, letters in other places.
  static let german: Layout = {
    var layout = Layout.us
    layout.name = "de"
    layout.keys[.y] = Key(plain: .character("z"), shift: .character("Z"), caps: .shift)
    layout.keys[.z] = Key(plain: .character("y"), shift: .character("Y"), caps: .shift)
    layout.keys[.q]?.altGr = .character("@")
    layout.keys[.digit7] = Key(plain: .character("7"), shift: .character("/"), altGr: .character("{"), caps: .shift)
    layout.keys[.slash] = Key(plain: .character("-"), shift: .character("_"), caps: .shift)
    layout.keys[.minus] = Key(plain: .character("ß"), shift: .character("?"), altGr: .character("\\"))
    layout.keys[.grave] = Key(plain: .dead("^"), shift: .character("°"))
    layout.keys[.equal] = Key(plain: .dead("´"), shift: .dead("`"))
    layout.compositions = ["^": ["e": "ê", "E": "Ê"], "´": ["e": "é"], "`": ["a": "à"]]
    return layout
  }()

  static func named(_ name: String) -> Layout? {
    [.us, .german].first { $0.name == name }
  }
}

extension Layout: CustomTestStringConvertible {
  /// Its name alone: a failed test would print every key.
  package var testDescription: String { name }
}
