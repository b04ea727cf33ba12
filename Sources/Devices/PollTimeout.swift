package import Scanning

/// What `poll` is given: the milliseconds from `now` to `deadline`, rounded up, so that it has come after a wait of this
/// length; -1, for ever, without one.
package func pollTimeout(until deadline: EventTime?, from now: EventTime) -> CInt {
  guard let deadline else { return -1 }
  let (seconds, attoseconds) = (deadline - now).components
  return CInt(clamping: max(0, seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
}
