/// An end of the chain, which the next entry is linked to; written down elsewhere, it proves later that nothing up to it
/// was changed or cut off.
package struct ChainHead: Hashable, Sendable {
  /// 0 before the first entry.
  package var sequence: Int64
  package var hash: ChainHash

  package init(sequence: Int64, hash: ChainHash) {
    self.sequence = sequence
    self.hash = hash
  }

  /// Where a journal begins.
  static let beginning = ChainHead(sequence: 0, hash: .none)

  /// The entry that a text becomes behind this one.
  func next(_ payload: String) -> JournalEntry {
    var payload = payload
    let sequence = sequence + 1
    let hash = payload.withUTF8 {
      ChainHash(after: self.hash, sequence: sequence, payload: UnsafeRawBufferPointer($0))
    }
    return JournalEntry(sequence: sequence, hash: hash, payload: payload)
  }
}
