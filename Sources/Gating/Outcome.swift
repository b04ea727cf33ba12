/// How a run ended, in TofuPilot's words.
package enum Outcome: Hashable, Sendable {
  /// The test succeeded.
  case pass
  /// The test failed, and its script ran to the end.
  case fail
  /// The script broke.
  case error
  /// Over the time limit.
  case timeout
  /// Stopped by hand.
  case aborted
  /// A word that this version does not know; it is never allowed.
  case unknown(String)

  /// All outcomes that TofuPilot has today.
  package static let known: [Outcome] = [.pass, .fail, .error, .timeout, .aborted]

  /// The five upper-case words exactly, byte for byte; any other text is `unknown`, `pass` too.
  package init(_ text: String) {
    self = Self.known.first { $0.text.utf8.elementsEqual(text.utf8) } ?? .unknown(text)
  }

  package var text: String {
    switch self {
    case .pass: "PASS"
    case .fail: "FAIL"
    case .error: "ERROR"
    case .timeout: "TIMEOUT"
    case .aborted: "ABORTED"
    case .unknown(let text): text
    }
  }
}

extension Set<Outcome> {
  /// The known outcomes in TofuPilot's order, as a person reads them: `PASS, ABORTED`.
  func list(separator: String = ", ") -> String {
    Outcome.known.filter(contains).map(\.text).joined(separator: separator)
  }
}
