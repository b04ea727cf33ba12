import Scanning

/// The demand that neither the unit nor its batch is on the site's list of what may not go on.
package struct BlockList: Demand, Hashable, Sendable {
  /// The file it was read from.
  package let path: String?
  private var folded: Set<[UInt8]>

  /// Serial and batch numbers in one list, ASCII case ignored.
  package init(_ numbers: some Sequence<String> = [], path: String? = nil) {
    folded = Set(numbers.map(\.foldedBytes))
    self.path = path
  }

  /// What it holds, in lower case and in order.
  package var numbers: [String] {
    folded.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  func union(_ other: BlockList) -> BlockList {
    var union = self
    union.folded.formUnion(other.folded)
    return union
  }

  func finding(on evidence: Evidence) -> Finding? {
    if contains(evidence.unit.serialNumber) {
      return Finding(.blocked, .fail, "\(evidence.unit.serialNumber) is on the block list")
    }
    if let batch = evidence.unit.batchNumber, contains(batch) {
      return Finding(.blocked, .fail, "batch \(batch) is on the block list")
    }
    return nil
  }

  private func contains(_ number: String) -> Bool {
    folded.contains(number.foldedBytes)
  }
}
