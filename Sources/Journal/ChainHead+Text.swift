extension ChainHead: CustomStringConvertible {
  /// As it is written down elsewhere: sequence number, colon, 64 hexadecimal digits.
  package var description: String { "\(sequence):\(hash.hex)" }

  /// From what was written down; nil where that is no head.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let sequence = Int64(parts[0]), sequence > 0, let hash = ChainHash(hex: String(parts[1]))
    else { return nil }
    self.init(sequence: sequence, hash: hash)
  }
}
