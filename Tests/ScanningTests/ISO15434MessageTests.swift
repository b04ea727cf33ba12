import Scanning
import Testing

/// Codes are written with `^` for RS, `|` for GS and `~` for EOT.
@Suite struct ISO15434MessageTests {
  @Test(
    "The serial number is the data of S, or of the one nS that names a single thing",
    arguments: [
      ("[)>^06|1PMAIN-001|SSN-0042^~", "SN-0042"),
      ("[)>^06|SSN-0042|1PMAIN-001|Q1^~", "SN-0042"),
      ("[)>^06|SSN-0042^", "SN-0042"),
      ("[)>^06|1SSN-0042^~", "SN-0042"),
      ("[)>^06|15SSN-0042|13VACME^~", "SN-0042"),
      ("[)>^06|18S1A2B3SN-0042^~", "1A2B3SN-0042"),
      ("[)>^06|20SSN-0042^~", "SN-0042"),
      ("[)>^06|25SUN123456789SN-0042^~", "UN123456789SN-0042"),
      // Packages, documents and versions are of category S too.
      ("[)>^06|3SPKG-1|12S0002|SSN-0042^~", "SN-0042"),
      // The same number under two identifiers is one number.
      ("[)>^06|SSN-0042|1SSN-0042^~", "SN-0042"),
      // The number may begin like an identifier.
      ("[)>^06|S1P42^~", "1P42"),
    ])
  func reads(code: String, number: String) throws {
    #expect(try parse(code).map { message throws(ISO15434Error) in try message.serialNumber() } == number)
  }

  @Test(
    "A text without the envelope stays whole",
    arguments: ["SN-0042", "", "[)", "SSN-0042", "06|SSN-0042^~", "^06|SSN-0042^~"])
  func leavesAlone(code: String) throws {
    #expect(try parse(code) == nil)
  }

  @Test(
    "A broken envelope is an error and never a guess",
    arguments: [
      // Separators dropped or substituted by the scanner.
      ("[)>", ISO15434Error.noSeparators("[)>")),
      ("[)>061PMAIN-001SSN-0042", .noSeparators("[)>061PMAIN-001SSN-0042")),
      ("[)>{RS}06{GS}SSN-0042", .noSeparators("[)>{RS}06{GS}SSN-0042")),
      ("[)>^061PMAIN-001SSN-0042^~", .otherFormat("061PMAIN-001SSN-0042")),
      // The end is missing: is the number whole?
      ("[)>^06|SSN-0042", .unclosed("[)>\u{1E}06\u{1D}SSN-0042")),
      ("[)>^06|SSN-0042~", .unclosed("[)>\u{1E}06\u{1D}SSN-0042\u{4}")),
      ("[)>^", .unclosed("[)>\u{1E}")),
      ("[)>^^~", .otherFormat("")),
      ("[)>^05|010952123454321321SN-0042^~", .otherFormat("05")),
      ("[)>^06|SSN-0042^05|10LOT7^~", .severalFormats),
      ("[)>^06|SSN-0042||Q1^~", .notAnElement("")),
      ("[)>^06|S^~", .notAnElement("S")),
      ("[)>^06|sSN-0042^~", .notAnElement("sSN-0042")),
      ("[)>^06|1000SSN-0042^~", .notAnElement("1000SSN-0042")),
      ("[)>^06|12^~", .notAnElement("12")),
      // Whole, and without one serial number.
      ("[)>^06^~", .noSerialNumber(found: [])),
      ("[)>^06|1PMAIN-001|Q1^~", .noSerialNumber(found: ["1P", "Q"])),
      ("[)>^06|3SPKG-1|12S0002^~", .noSerialNumber(found: ["3S", "12S"])),
      ("[)>^06|SSN-1|SSN-2^~", .twoSerialNumbers("SN-1", "SN-2")),
      ("[)>^06|SSN-1|20SSN-2^~", .twoSerialNumbers("SN-1", "SN-2")),
      ("[)>^06|Sé|1Se\u{301}^~", .twoSerialNumbers("é", "e\u{301}")),
    ])
  func refuses(code: String, error: ISO15434Error) {
    #expect(throws: error) { try parse(code)?.serialNumber() }
  }

  private func parse(_ code: String) throws(ISO15434Error) -> ISO15434Message? {
    let controls: [Character: Character] = ["^": "\u{1E}", "|": "\u{1D}", "~": "\u{4}"]
    return try ISO15434Message(String(code.map { controls[$0] ?? $0 }))
  }
}
