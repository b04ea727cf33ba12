import Signals

/// The `probe:` of a profile.
struct ProbeWrites: Section {
  private var question: Written?
  private var answer: Written?

  static var fields: [Field<ProbeWrites>] {
    [
      Field("write", \.question, .written, isRequired: true),
      Field("expect", \.answer, .written, isRequired: true),
    ]
  }

  func probe(_ notation: Notation) -> Probe? {
    guard let question = question.flatMap(notation.bytes), let answer = answer.flatMap(notation.bytes) else {
      return nil
    }
    return Probe(question, reply: Acknowledgement(.bytes(answer)))
  }
}
