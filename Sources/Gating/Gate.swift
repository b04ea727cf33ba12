package import Scanning

/// What may pass at this station: the `gate:` section of the configuration as values.
package struct Gate: Hashable, Sendable {
  /// What becomes of a unit that no rule selects.
  package enum Otherwise: String, CaseIterable, Hashable, Sendable {
    case fail
    case noVerdict = "no-verdict"
    /// The gate's own lines decide.
    case gate
  }

  package var policy: RunPolicy
  package var allowedOutcomes: Set<Outcome>
  package var demands: Demands
  /// For a unit without the run that decides; there is no setting that releases it.
  package var noCreatingRun: Refusal
  /// For golden, failing and ignored reference units.
  package var samples: Refusal
  package var rules: [Rule]
  /// Means nothing without a rule.
  package var otherwise: Otherwise
  /// The site's own words for the operator.
  package var texts: [ReasonCode: String]
  /// How long the same number again shows its verdict again.
  package var duplicateWindow: Duration
  /// How close two different numbers are two labels in view; zero: never.
  package var twoLabels: Duration
  package var alphabet: SerialNumber.Alphabet

  package init(
    policy: RunPolicy = .creatingRun, allowedOutcomes: Set<Outcome> = [.pass], demands: Demands = Demands(),
    noCreatingRun: Refusal = .fail, samples: Refusal = .fail, rules: [Rule] = [], otherwise: Otherwise = .fail,
    texts: [ReasonCode: String] = [:], duplicateWindow: Duration = .milliseconds(1500),
    twoLabels: Duration = .milliseconds(300), alphabet: SerialNumber.Alphabet = .tofupilot
  ) {
    self.policy = policy
    self.allowedOutcomes = allowedOutcomes
    self.demands = demands
    self.noCreatingRun = noCreatingRun
    self.samples = samples
    self.rules = rules
    self.otherwise = otherwise
    self.texts = texts
    self.duplicateWindow = duplicateWindow
    self.twoLabels = twoLabels
    self.alphabet = alphabet
  }
}
