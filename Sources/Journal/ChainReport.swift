/// What a look at the whole chain found: intact through its head, or the first entry that is not.
package struct ChainReport: Hashable, Sendable {
  package enum Fault: Hashable, Sendable {
    /// These are not there, and no entry `trimmed` tells that they were dropped.
    case missing(ClosedRange<Int64>)
    /// The text of this entry, its hash, or the hash before it are not what they were when it was written.
    case changed(Int64)
  }

  /// The first entry that is still there; nil in an empty journal.
  package private(set) var first: Int64?
  /// The last intact entry.
  package private(set) var head: ChainHead
  package private(set) var fault: Fault?

  /// - Parameter dropped: the last entry that retention dropped, as `trimmed` tells it.
  init(after dropped: ChainHead?) {
    head = dropped ?? .beginning
  }

  /// Looks at the entry that follows; false: the chain is broken there.
  mutating func follow(sequence: Int64, hash: ChainHash?, payload: UnsafeRawBufferPointer) -> Bool {
    if first == nil { first = sequence }
    if sequence > head.sequence + 1 {
      fault = .missing(head.sequence + 1...sequence - 1)
    } else if sequence <= head.sequence || hash != ChainHash(after: head.hash, sequence: sequence, payload: payload) {
      fault = .changed(sequence)
    } else {
      head.sequence = sequence
      if let hash { head.hash = hash }
    }
    return fault == nil
  }
}

extension ChainReport.Fault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let entries) where entries.count == 1: "entry \(entries.lowerBound) is missing"
    case .missing(let entries): "entries \(entries.lowerBound) to \(entries.upperBound) are missing"
    case .changed(let entry): "entry \(entry) was changed: its text and the hash that seals it do not fit"
    }
  }
}
