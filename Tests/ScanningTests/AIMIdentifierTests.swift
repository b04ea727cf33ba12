import Scanning
import Testing

@Suite struct AIMIdentifierTests {
  @Test(
    "A symbology identifier is a bracket, a letter and a hexadecimal digit",
    arguments: [
      ("]C1010952", "]C1"), ("]d2", "]d2"), ("]Q3x", "]Q3"), ("]A0ABC", "]A0"), ("]zC", "]zC"),
      ("]C", nil), ("]0109521234543213", nil), ("C1]", nil), ("", nil), ("]CG", nil), ("]Cc", nil), ("]é1", nil),
      ("]1A", nil),
    ] as [(String, String?)])
  func parses(code: String, identifier: String?) {
    #expect(AIMIdentifier(beginning: code)?.text == identifier)
  }

  @Test(
    "Only FNC1 in first position marks a GS1 code",
    arguments: [
      ("]C1", true), ("]e0", true), ("]d2", true), ("]Q3", true), ("]J1", true),
      ("]C0", false), ("]C2", false), ("]d1", false), ("]d3", false), ("]Q1", false), ("]E0", false),
    ])
  func marks(code: String, isGS1: Bool) throws {
    #expect(try #require(AIMIdentifier(beginning: code)).marksGS1 == isGS1)
  }
}
