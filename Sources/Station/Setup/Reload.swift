/// Another setup for a running station, and what is to be told of it.
package struct Reload: Sendable {
  package var setup: StationSetup
  /// The key paths whose values differ from those in force; `key` stands for the API key, which has no path.
  package var changes: [String]
  /// Those that the agent goes by only after its next start.
  package var postponed: [String]

  package init(_ setup: StationSetup, changes: [String], postponed: [String] = []) {
    self.setup = setup
    self.changes = changes
    self.postponed = postponed
  }

  /// What there is to say besides the changes.
  var remark: String {
    if !postponed.isEmpty { return "only after a restart: \(postponed.joined(separator: ", "))" }
    return changes.isEmpty ? "nothing changed" : ""
  }
}
