import Scanning
import Testing

/// Codes are written with `|` for GS, and ` ` between elements for the reader.
@Suite struct GS1CodeTests {
  @Test(
    "The serial number is the data of AI 21, wherever it stands",
    arguments: [
      // GTIN and serial number: the code that most units carry.
      ("01 09521234543213 21 SN-0042", "]d2", "SN-0042"),
      ("01 09521234543213 21 SN-0042", "]C1", "SN-0042"),
      ("01 09521234543213 21 SN-0042", "]Q3", "SN-0042"),
      ("01 09521234543213 21 SN-0042", "]e0", "SN-0042"),
      ("01 09521234543213 21 SN-0042", "]J1", "SN-0042"),
      // FNC1 in first position sent as GS, and a GS too many behind data of predefined length.
      ("| 01 09521234543213 21 SN-0042", nil, "SN-0042"),
      ("| 01 09521234543213 | 21 SN-0042", "]d2", "SN-0042"),
      ("01 09521234543213 21 SN-0042 |", "]d2", "SN-0042"),
      // Without the mark, GS is what tells a GS1 code.
      ("01 09521234543213 21 SN-0042 |", nil, "SN-0042"),
      // Before and behind data of variable length.
      ("01 09521234543213 21 SN-0042 | 10 LOT7", nil, "SN-0042"),
      ("01 09521234543213 10 LOT7 | 21 SN-0042", nil, "SN-0042"),
      ("10 LOT7 | 21 SN-0042 | 01 09521234543213", nil, "SN-0042"),
      ("21 SN-0042 | 01 09521234543213", nil, "SN-0042"),
      // Behind data of every predefined length.
      ("00 395212345432198766 01 09521234543213 21 7", "]C1", "7"),
      ("01 09521234543213 11 261123 17 271123 20 01 21 X9", "]d2", "X9"),
      ("01 09521234543213 3103 001750 21 X9", "]d2", "X9"),
      ("01 09521234543213 414 9521234543213 21 X9", "]d2", "X9"),
      // AIs of three and four digits; AI 250 begins with the same digit and is no AI 21.
      ("01 09521234543213 250 SEC-1 | 21 X9 | 7003 2611231200 | 8008 261123", nil, "X9"),
      ("01 09521234543213 240 21AB | 21 X9", nil, "X9"),
      // Digits in the serial number that look like AIs.
      ("01 09521234543213 21 2110170109521234543", "]d2", "2110170109521234543"),
      ("01 09521234543213 21 12345678901234567890", "]d2", "12345678901234567890"),
      // The mark makes AI 21 alone enough; the same number twice is one number.
      ("21 SN-0042", "]d2", "SN-0042"),
      ("01 09521234543213 21 A | 21 A", nil, "A"),
    ] as [(String, String?, String)])
  func reads(code: String, symbology: String?, number: String) throws {
    #expect(try parse(code, symbology).map { code throws(GS1Error) in try code.serialNumber() } == number)
  }

  @Test(
    "A text that is no GS1 code stays whole",
    arguments: [
      ("SN-2024-001234", nil), ("2100123", nil), ("21SN0042", nil), ("", nil), ("0", nil), ("01", nil),
      // No mark and no GS, but digits that could be a GTIN and AI 21: a number of a maker's own.
      ("0109521234543213211234", nil), ("01 09521234543213 21 SN-0042", nil), ("01 09521234543213 10 LOT7", nil),
      // A wrong check digit, a GTIN alone, and a GTIN before something else.
      ("01 09521234543214 21 SN-0042", nil), ("01 09521234543213", nil), ("01 09521234543213 X", nil),
      // Control characters of a format of one's own.
      ("SN1 | PART7", nil), ("-21 | 10", nil),
      // The symbol says that it is none.
      ("01 09521234543213 21 SN-0042", "]d1"), ("01 09521234543213 21 SN-0042", "]C0"), ("21 A | 10 B", "]Q1"),
    ] as [(String, String?)])
  func leavesAlone(code: String, symbology: String?) throws {
    #expect(try parse(code, symbology) == nil)
  }

  @Test(
    "A broken GS1 code is an error and never a guess",
    arguments: [
      // GS left out behind a lot: where does the lot end?
      ("01 09521234543213 10 LOT7 21 SN-0042", "]d2", GS1Error.noSerialNumber(found: ["01", "10"])),
      ("01 09521234543213 21 SN-0042 10 LOT7 17 271123", "]d2", .serialNumberTooLong("SN-004210LOT717271123")),
      // GS substituted.
      ("01 09521234543213 21 SN-0042]10 LOT7", "]d2", .forbiddenCharacter(element("21", "SN-0042]10LOT7"))),
      ("01 09521234543213 21 SN-0042~10 LOT7", "]C1", .forbiddenCharacter(element("21", "SN-0042~10LOT7"))),
      ("01 09521234543213 21 SN-0042^10 LOT7", "]C1", .forbiddenCharacter(element("21", "SN-0042^10LOT7"))),
      ("01 09521234543213 21 é", "]C1", .forbiddenCharacter(element("21", "é"))),
      // Characters lost.
      ("01 0952123454321 21 SN-0042", "]d2", .checkDigit(element("01", "09521234543212"))),
      ("01 09521234543214 21 SN-0042", "]d2", .checkDigit(element("01", "09521234543214"))),
      ("01 095212345", "]d2", .notDigits(element("01", "095212345"), length: 14)),
      ("01 09521 | 21 A", "]d2", .notDigits(element("01", "09521\u{1D}21A"), length: 14)),
      ("01 09521234543213 21 | 10 A", nil, .forbiddenCharacter(element("21", ""))),
      ("01 09521234543213 21 A || 10 B", nil, .unknownIdentifier("\u{1D}10B")),
      ("01 09521234543213 31A3 001750 | 21 A", nil, .unknownIdentifier("31A3")),
      ("01 09521234543213 05 1 | 21 A", nil, .unknownIdentifier("051\u{1D}")),
      ("| SN-0042", nil, .unknownIdentifier("SN-0")),
      ("SN-0042", "]C1", .unknownIdentifier("SN-0")),
      ("+1 2", "]C1", .unknownIdentifier("+12")),
      // Whole, and without one serial number.
      ("01 09521234543213", "]C1", .noSerialNumber(found: ["01"])),
      ("00 395212345432198766", "]C1", .noSerialNumber(found: ["00"])),
      ("", "]C1", .noSerialNumber(found: [])),
      ("01 09521234543213 21 A | 21 B", nil, .twoSerialNumbers("A", "B")),
      // A plain number before a stray GS.
      ("2112345 |", nil, .serialNumberAlone("12345")),
    ] as [(String, String?, GS1Error)])
  func refuses(code: String, symbology: String?, error: GS1Error) {
    #expect(throws: error) { try parse(code, symbology)?.serialNumber() }
  }

  private func parse(_ code: String, _ symbology: String?) throws(GS1Error) -> GS1Code? {
    let text = String(code.map { $0 == "|" ? "\u{1D}" : $0 }.filter { $0 != " " })
    return try GS1Code(text, symbology: symbology.flatMap(AIMIdentifier.init(beginning:)))
  }
}

private func element(_ identifier: String, _ data: String) -> GS1Code.Element {
  GS1Code.Element(identifier: identifier, data: data)
}
