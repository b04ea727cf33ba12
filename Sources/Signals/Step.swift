/// One step of a transmission, for the port to carry out.
package enum Step: Hashable, Sendable {
  /// Drop what was received before, write these bytes in one go, and where there is one await the acknowledgement:
  /// nothing else is written before it has come, or its last retry has timed out.
  case send([UInt8], Acknowledgement?)
  case lines(Lines)
  /// Silence that the light needs.
  case gap(Duration)
  /// Time in which the light stays as it is.
  case wait(Duration)
  /// Ends as soon as the bytes are received. A device that was running already sends none: that is no failure.
  case waitFor([UInt8], atMost: Duration)

  /// The same, whether the light answers or not.
  var unanswered: Step {
    if case .send(let bytes, _) = self { .send(bytes, nil) } else { self }
  }
}
