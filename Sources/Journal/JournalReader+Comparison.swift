extension JournalReader {
  /// What a head that was written down elsewhere says of the journal as it is now.
  package enum Comparison: Hashable, Sendable {
    /// The entry is there, and is the same.
    case same
    /// The journal ends before it: entries were cut off, or the file is an older one.
    case cutOff
    /// Another entry stands there: the file was replaced, or written anew from there or before.
    case other
    /// Retention dropped the entry, as it may.
    case dropped
  }

  /// Compares the journal, whose chain was found intact from `first` on, with a head that was written down.
  package func compare(with head: ChainHead, first: Int64?) throws(JournalError) -> Comparison {
    guard let entry = try entry(head.sequence) else {
      return head.sequence < first ?? 0 ? .dropped : .cutOff
    }
    return entry.hash == head.hash ? .same : .other
  }
}
