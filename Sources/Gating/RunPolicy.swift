/// Which run of a unit decides.
package enum RunPolicy: String, CaseIterable, Hashable, Sendable {
  /// The unit's first run (`created_during`): the same answer at every later gate, whatever happened since.
  case creatingRun = "creating-run"
  /// The newest run of any procedure.
  case lastRun = "last-run"

  /// The run it picks, in words.
  package var run: String {
    switch self {
    case .creatingRun: "first run"
    case .lastRun: "last run"
    }
  }
}
