import Gating
import Testing

/// The operator's texts and the order of the table.
struct ReasonCodeTests {
  @Test("A text fits the screen and any console, and says what to do", arguments: ReasonCode.allCases)
  func text(code: ReasonCode) {
    #expect((1...60).contains(code.text.utf8.count))
    #expect(code.text.allSatisfy { $0.isASCII })
    #expect(code.text.hasSuffix("."))
    switch code.action {
    case .scanAgain: #expect(code.text.lowercased().contains("scan"))
    case .hold: #expect(code.text.hasPrefix("HOLD. "))
    case .rework: #expect(code.text.contains("REWORK"))
    case .elsewhere: #expect(!code.text.contains("HOLD"))
    case .passOn: Issue.record("a reason is never to pass it on")
    }
  }

  @Test("A code is the contract's word, and sorts by its row")
  func codes() {
    #expect(ReasonCode(rawValue: "outcome_not_allowed") == .outcomeNotAllowed)
    #expect(ReasonCode.allCases.sorted(by: >).sorted() == ReasonCode.allCases)
    #expect(ReasonCode.allCases.first == .outcomeNotAllowed)
    #expect(ReasonCode.allCases.last == .superseded)
    #expect(ReasonCode.unknownUnit < .badScan)
    #expect(ReasonCode.allCases.allSatisfy { $0.rawValue.allSatisfy { $0.isLowercase || $0 == "_" } })
  }

  @Test("An outcome is one of the five words, byte for byte")
  func outcomes() {
    #expect(["PASS", "FAIL", "ERROR", "TIMEOUT", "ABORTED"].map(Outcome.init) == Outcome.known)
    for text in ["pass", "Pass", "PASSED", "PASS\u{301}", "ＰＡＳＳ", " PASS", "PASS\0", ""] {
      #expect(Outcome(text) == .unknown(text))
      #expect(Outcome(text).text == text)
    }
  }
}
