/// The demand that a unit is made for sale, and no reference unit.
struct ReferenceSample {
  let refusal: Refusal

  /// `others` is all that else was found: it tells what the unit would have been, which is what a check of the gate
  /// with a golden or failing unit is for.
  func finding(on sample: Sample, others: [Finding]) -> Finding {
    let detail = "reference unit \(sample.text): would be \(others.refusal?.text ?? "PASS")"
    return if case .unknown = sample {
      Finding(.unknownSample, .noVerdict, detail)
    } else {
      Finding(.referenceSample, refusal, detail)
    }
  }
}
