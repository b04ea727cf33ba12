/// What one press or release of a key amounts to.
package enum Keystroke: Hashable, Sendable {
  case character(Unicode.Scalar)
  /// Enter, or the keypad's.
  case enter
  case tab
  /// The beginning of a character, a dead accent or ALT-mode digits: the fault it is if nothing follows.
  case unfinished(ScanFault)
  /// Nothing typed, but the scanner is at work: a modifier, a release.
  case silent
  /// Something was typed that cannot be told.
  case spoiled(ScanFault)
}
