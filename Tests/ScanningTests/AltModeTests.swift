import Scanning
import Testing

@Suite("ALT mode")
struct AltModeTests {
  /// The scan of one number typed on the keypad while Alt is down.
  private static func scan(of digits: String) throws -> Scan {
    let frames =
      ["LEFTALT down"] + digits.flatMap { ["KP\($0) down", "KP\($0) up"] }
      + ["LEFTALT up", "ENTER down", "ENTER up"]
    let lines = frames.enumerated().map { "0.\(100 + $0.offset) KEY_\($0.element)" }
    return try #require(Timeline(parsing: lines.joined(separator: "\n")).scans(through: .us).first)
  }

  @Test(
    "types a character by its number",
    arguments: [
      ("052", "4"), ("52", "4"), ("0052", "4"), ("1", "\u{1}"), ("029", "\u{1D}"), ("127", "\u{7F}"),
      ("0160", "\u{A0}"), ("0201", "É"), ("0255", "ÿ"),
    ])
  func character(digits: String, text: String) throws {
    let scan = try Self.scan(of: digits)
    #expect(scan.text == text)
    #expect(scan.fault == nil)
  }

  @Test(
    "spoils a scan with a number that is none, or another on another PC",
    arguments: [
      ("0", 0), ("000", 0), ("0128", 128), ("0159", 159), ("128", 128), ("160", 160), ("255", 255), ("0256", 256),
      ("256", 256), ("1052", 1052), ("00052", 52), ("052049", 5204),
    ])
  func noCharacter(digits: String, number: Int) throws {
    let scan = try Self.scan(of: digits)
    #expect(scan.text.isEmpty)
    #expect(scan.fault == .badAltCode(number))
  }
}
