import Scanning
import Testing

@Suite struct EscapingTests {
  @Test(
    "What acts on a screen or hides on it is written as its number, and the rest stays",
    arguments: [
      ("SN-2024-001234", "SN-2024-001234"),
      ("", ""),
      ("\u{1B}[2J\u{1B}[31mPASS", #"\u{1B}[2J\u{1B}[31mPASS"#),
      ("\u{1B}]0;PASS\u{7}", #"\u{1B}]0;PASS\u{7}"#),
      ("\u{9B}31m", #"\u{9B}31m"#),
      ("A\r\nPASS", #"A\u{D}\u{A}PASS"#),
      ("A\0B\u{7F}", #"A\u{0}B\u{7F}"#),
      ("01\u{1D}21\u{1E}\u{4}", #"01\u{1D}21\u{1E}\u{4}"#),
      ("SN\u{202E}4321-NS", #"SN\u{202E}4321-NS"#),
      ("\u{200F}\u{200E}\u{061C}\u{2066}x\u{2069}", #"\u{200F}\u{200E}\u{61C}\u{2066}x\u{2069}"#),
      ("SN\u{200B}-\u{200D}1\u{2060}\u{FEFF}", #"SN\u{200B}-\u{200D}1\u{2060}\u{FEFF}"#),
      ("soft\u{AD}hyphen", #"soft\u{AD}hyphen"#),
      ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#),
      ("\u{3164}\u{E0041}\u{FE0F}", #"\u{3164}\u{E0041}\u{FE0F}"#),
      ("\u{E000}\u{FFFF}\u{FFFD}", #"\u{E000}\u{FFFF}\u{FFFD}"#),
      (#"\u{1B}"#, #"\\u{1B}"#),
      ("Carte mère — Größe 零件 №7 😀", "Carte mère — Größe 零件 №7 😀"),
      ("e\u{301}", "e\u{301}"),
    ])
  func escapes(text: String, shown: String) {
    #expect(text.escaped() == shown)
  }

  @Test("No control character is left of any scalar up to U+3000")
  func leavesNoControl() {
    let all = (0...0x3000).compactMap(Unicode.Scalar.init).map(String.init).joined()
    #expect(all.escaped().unicodeScalars.allSatisfy { $0.isPrintable })
  }

  @Test(
    "A long text is cut behind a whole character and says so",
    arguments: [
      ("ABCDEF", 6, "ABCDEF"),
      ("ABCDEFG", 6, "ABCDEF…"),
      ("ABCD\u{1B}", 6, "ABCD…"),
      ("ABCD\u{1B}", 10, #"ABCD\u{1B}"#),
      ("äöüß", 3, "äöü…"),
      ("A", 0, "…"),
    ])
  func cuts(text: String, limit: Int, shown: String) {
    #expect(text.escaped(limit: limit) == shown)
  }

  @Test("In quotes stands what is not escaped yet, as much of it as escaped would have sixty characters")
  func inQuotes() {
    #expect("A\t\\".inQuotes == "\"A\t\\\"")
    #expect(String(repeating: "\t", count: 13).inQuotes == "\"" + String(repeating: "\t", count: 12) + "…\"")
  }

  @Test("A quoted text of ten thousand characters has sixty")
  func quotes() {
    #expect(String(repeating: "A", count: 10_000).quoted == "\"" + String(repeating: "A", count: 60) + "…\"")
  }
}
