/// Something that shows what the station decides: lines, JSON, the operator's screen.
///
/// `tell` is called on the way of a verdict: it returns at once, whatever its reader does.
package protocol Output: Sendable {
  func tell(_ event: StationEvent)
}
