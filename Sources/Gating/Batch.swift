/// The demand on the batch: one of those allowed, none of those blocked.
struct Batch: Demand {
  /// nil: every batch, and units without one.
  let allowed: [Wildcard]?
  let blocked: [Wildcard]

  func finding(on evidence: Evidence) -> Finding? {
    guard allowed != nil || !blocked.isEmpty else { return nil }
    guard let number = evidence.unit.batchNumber else { return .missing("batch.number") }
    if blocked.match(number, ignoringCase: true) {
      return Finding(.batchNotAllowed, .fail, "batch \(number) is blocked")
    }
    if let allowed, !allowed.match(number, ignoringCase: true) {
      return Finding(.batchNotAllowed, .fail, "batch \(number) is not allowed")
    }
    return nil
  }
}
