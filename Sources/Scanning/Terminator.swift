/// How a scanner says that a code is complete: the suffix it is set to send.
package enum Terminator: Hashable, Sendable {
  /// The Enter key or the keypad's; of bytes, CR, LF or both.
  case enter
  /// The Tab key; of bytes, HT.
  case tab
  /// Nothing is sent: silence for this long ends the scan.
  case none(quietGap: Duration)

  /// The quiet gap of a lane that names none.
  package static let defaultQuietGap = Duration.milliseconds(100)
}
