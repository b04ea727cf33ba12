/// The demand on the batch: one of those allowed, none of those blocked.
struct RequiredBatch: Demand {
  /// nil: every batch, and units without one.
  let allowed: [Wildcard]?
  let blocked: [Wildcard]

  func finding(on evidence: Evidence) -> Finding? {
    guard allowed != nil || !blocked.isEmpty else { return nil }
    switch evidence.unit.batch {
    case nil: return .missing("batch.number")
    case .some(.none): return allowed == nil ? nil : refusal("the unit has no batch")
    case .number(let number):
      if blocked.match(number, ignoringCase: true) { return refusal("batch \(number) is blocked") }
      if let allowed, !allowed.match(number, ignoringCase: true) { return refusal("batch \(number) is not allowed") }
      return nil
    }
  }

  private func refusal(_ detail: String) -> Finding {
    Finding(.batchNotAllowed, .fail, detail)
  }
}
