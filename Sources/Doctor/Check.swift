/// What one look at the station found: a sentence, and what to do about it.
package struct Check: Hashable, Sendable {
  /// From the best to the worst.
  package enum State: String, CaseIterable, Sendable {
    case ok
    /// It could not be looked at.
    case skipped
    case warning
    case trouble
  }

  /// What was looked at: `scanner`, `key`.
  package let subject: String
  package let state: State
  /// Escaped where it holds words of others.
  package let text: String
  /// The next command, or what a hand has to do; nil: nothing, or the sentence says it.
  package let next: String?

  package static func ok(_ subject: String, _ text: String) -> Check {
    Check(subject: subject, state: .ok, text: text, next: nil)
  }

  package static func skipped(_ subject: String, _ text: String, next: String? = nil) -> Check {
    Check(subject: subject, state: .skipped, text: text, next: next)
  }

  package static func warning(_ subject: String, _ text: String, next: String) -> Check {
    Check(subject: subject, state: .warning, text: text, next: next)
  }

  package static func trouble(_ subject: String, _ text: String, next: String) -> Check {
    Check(subject: subject, state: .trouble, text: text, next: next)
  }
}
