import Layouts
import Scanning
import Testing

@Suite struct CompositionTests {
  let layouts = Layouts()

  @Test(
    "a dead accent and a letter are the composed letter",
    arguments: [
      ("de", "´", "e", "é"), ("de", "^", "A", "Â"), ("fr", "~", "n", "ñ"), ("fr", "¨", "y", "ÿ"), ("be", "`", "u", "ù"),
      ("es", "´", "I", "Í"), ("ch", "~", "O", "Õ"), ("cz", "ˇ", "r", "ř"), ("cz", "°", "u", "ů"), ("cz", "˛", "a", "ą"),
      ("cz", "˝", "O", "Ő"), ("cz", "¸", "t", "ţ"), ("us(intl)", "\"", "u", "ü"), ("us(intl)", "'", "c", "ç"),
      ("us(intl)", "'", "o", "ó"),
    ] as [(String, Unicode.Scalar, Unicode.Scalar, Unicode.Scalar)])
  func accentAndLetterCompose(name: String, accent: Unicode.Scalar, letter: Unicode.Scalar, composed: Unicode.Scalar)
    throws
  {
    #expect(try layouts.layout(named: name).compositions[accent]?[letter] == composed)
  }

  @Test("an accent and a letter that are no one scalar have no composition", arguments: ["x", "1", "q", " ", "ß"])
  func noCompositionOfTwoScalars(letter: Unicode.Scalar) throws {
    let compositions = try layouts.layout(named: "de").compositions
    #expect(Set(compositions.keys) == ["^", "´", "`"])
    #expect(compositions.values.allSatisfy { $0[letter] == nil })
  }

  @Test("each dead accent of a layout has its compositions, and no other accent", arguments: Layouts.names)
  func eachDeadAccentComposes(name: String) throws {
    let layout = try layouts.layout(named: name)
    let accents = layout.keys.values.flatMap(\.symbols).compactMap { symbol -> Unicode.Scalar? in
      guard case .dead(let accent) = symbol else { return nil }
      return accent
    }
    #expect(Set(layout.compositions.keys) == Set(accents))
    #expect(layout.compositions.values.allSatisfy { !$0.isEmpty })
  }

  @Test("what a layout can type is listed: its characters and accents, and apart what they compose")
  func typeableIsListed() throws {
    let german = try layouts.layout(named: "de")
    #expect(String(String.UnicodeScalarView(german.typeable.filter { !$0.isASCII })) == "§°²³´µÄÖÜßäöü€")
    #expect(german.composable.contains("é") && !german.composable.contains("ä"))
    #expect(Layout.us.composable.isEmpty)
  }
}
