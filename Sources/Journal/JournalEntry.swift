/// One link of the chain: what happened, its number, and the hash that seals it.
package struct JournalEntry: Hashable, Sendable {
  /// From 1 on, without gaps.
  package var sequence: Int64
  package var hash: ChainHash
  /// A JSON object with at least `type` and `at`. Parts of it were scanned: hostile until escaped.
  package var payload: String

  /// Where the chain ends with this entry.
  package var head: ChainHead { ChainHead(sequence: sequence, hash: hash) }
}
