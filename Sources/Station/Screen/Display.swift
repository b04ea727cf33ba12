/// Where a screen is drawn: a terminal of this process, or that of a watcher at the other end of a socket.
package protocol Display: Sendable {
  var traits: TerminalTraits { get }

  /// In columns and rows.
  var size: (width: Int, height: Int) { get }

  /// Makes it ours alone.
  func take()

  /// Shows this.
  /// - Returns: false where it took nothing for too long, and the rest was given up.
  func write(_ text: String) -> Bool

  /// Gives it back as it was; may be called again.
  func restore()
}
