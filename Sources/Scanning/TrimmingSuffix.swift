extension BidirectionalCollection {
  /// Without the elements at its end that fit.
  func trimmingSuffix(while fits: (Element) -> Bool) -> SubSequence {
    guard let last = lastIndex(where: { !fits($0) }) else { return prefix(0) }
    return prefix(through: last)
  }
}
