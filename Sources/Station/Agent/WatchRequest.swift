/// How somebody wants to see the station.
package struct WatchRequest: Codable, Hashable, Sendable {
  package enum Form: String, Codable, Sendable {
    case big, line, json
  }

  /// Of a terminal.
  package struct Size: Codable, Hashable, Sendable {
    package var columns: Int
    package var rows: Int

    /// What is drawn for it, however large it says it is.
    var drawn: (width: Int, height: Int) { (min(max(columns, 1), 500), min(max(rows, 1), 200)) }
  }

  package var format: Form
  /// The only lane that is wanted; nil: all that the station's own screen shows.
  package var lane: String?
  /// It goes on after the agent was away, whatever lanes have come back with it.
  package var isResumed: Bool?
  /// Of the screen, where one is wanted.
  package var size: Size?
  package var terminal: TerminalTraits?
}
