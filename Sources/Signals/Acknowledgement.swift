/// What a light answers to each write; bytes around it, such as an echo or a prompt, do not count.
package struct Acknowledgement: Hashable, Sendable {
  package enum Expected: Hashable, Sendable {
    case bytes([UInt8])
    /// The written bytes come back.
    case echo
  }

  package enum Reply: Hashable, Sendable {
    case accepted
    case refused
  }

  package var expected: Expected
  /// Answers that refuse the write; empty: there are none.
  package var refusal: [UInt8] = []
  package var timeout = Duration.milliseconds(500)
  /// How often a write is repeated that was refused or not answered, before the light counts as lost.
  package var retries = 1

  package init(_ expected: Expected) {
    self.expected = expected
  }

  /// What the bytes received since the write say, in the order they came.
  ///
  /// The last counts; where a write before was not answered in time, an answer before the last may be to that one.
  package func replies(in received: [UInt8], to written: [UInt8]) -> [Reply] {
    let accepting =
      switch expected {
      case .bytes(let bytes): bytes
      case .echo: written
      }
    var replies: [Reply] = []
    var rest = received[...]
    while !rest.isEmpty {
      if rest.starts(with: accepting) {
        replies.append(.accepted)
        rest.removeFirst(max(1, accepting.count))
      } else if !refusal.isEmpty, rest.starts(with: refusal) {
        replies.append(.refused)
        rest.removeFirst(refusal.count)
      } else {
        rest.removeFirst()
      }
    }
    return replies
  }
}
