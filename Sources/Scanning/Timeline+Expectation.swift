extension Timeline {
  /// A scan that must come out of a timeline, and in a demo recording the verdict on its unit.
  package struct Expectation: Hashable, Sendable {
    package var outcome: Outcome
    package var verdict: Verdict?

    package enum Outcome: Hashable, Sendable {
      case whole(String)
      case spoiled(ScanFault)
    }

    /// The three answers, as the screen spells them.
    package enum Verdict: String, CaseIterable, Sendable {
      case pass = "PASS"
      case fail = "FAIL"
      case noVerdict = "NO VERDICT"
    }

    package init(_ outcome: Outcome, verdict: Verdict? = nil) {
      self.outcome = outcome
      self.verdict = verdict
    }

    /// Expects just this scan.
    package init(_ scan: Scan) {
      self.init(scan.fault.map { .spoiled($0) } ?? .whole(scan.text))
    }

    package func isMet(by scan: Scan) -> Bool {
      switch outcome {
      // Swift's `==` takes different spellings of one character as equal.
      case .whole(let text): scan.fault == nil && scan.text.utf8.elementsEqual(text.utf8)
      case .spoiled(let fault): scan.fault == fault
      }
    }
  }

  /// Whether exactly the expected scans came out.
  package func isMet(by scans: [Scan]) -> Bool {
    scans.count == expectations.count && zip(expectations, scans).allSatisfy { $0.isMet(by: $1) }
  }
}
