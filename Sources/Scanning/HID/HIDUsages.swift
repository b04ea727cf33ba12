/// The usages that stand before a main item of a report descriptor: for its collection, or for its fields in their
/// order.
struct HIDUsages: Hashable, Sendable {
  /// One usage, or all from a minimum to a maximum.
  private struct Span: Hashable, Sendable {
    var first: UInt32
    var last: UInt32
    /// Whether the page is in its upper half; else it is the page that holds at the main item (6.2.2.8).
    var isExtended: Bool

    var count: Int { Int(last - first) + 1 }
  }

  private var spans: [Span] = []
  private var minimum: UInt32?

  mutating func append(_ item: HIDItem) {
    let isExtended = item.size == 4
    switch item.kind {
    case .usageMinimum: minimum = item.data
    case .usageMaximum:
      // A range that runs backwards, or has no beginning, names nothing.
      if let first = minimum.take(), first <= item.data {
        spans.append(Span(first: first, last: item.data, isExtended: isExtended))
      }
    default: spans.append(Span(first: item.data, last: item.data, isExtended: isExtended))
    }
  }

  /// How many usages they are.
  var count: Int { spans.reduce(0) { $0 + $1.count } }

  /// The first one, which is what a collection is for.
  func first(on page: UInt16) -> HIDUsage? {
    spans.first.map { HIDUsage($0.first, on: $0.isExtended ? nil : page) }
  }

  /// Deals them out to so many values: one each, and all that are left to the last.
  func shared(by values: Int, on page: UInt16) -> [(usage: HIDUsage, count: Int)] {
    var shares: [(usage: HIDUsage, count: Int)] = []
    for span in spans {
      for usage in (span.first...span.last).prefix(values - shares.count) {
        shares.append((HIDUsage(usage, on: span.isExtended ? nil : page), 1))
      }
    }
    guard let last = shares.indices.last else { return [] }
    shares[last].count = values - last
    return shares
  }
}

extension HIDUsage {
  fileprivate init(_ usage: UInt32, on page: UInt16?) {
    self.init(page: page ?? UInt16(usage >> 16), id: UInt16(truncatingIfNeeded: usage))
  }
}
