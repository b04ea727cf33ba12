import Gating
import Scanning

extension Gate: Section {
  static var fields: [Field<Gate>] {
    [
      Field("policy", \.policy, .word),
      Field("allowed_outcomes", \.allowedOutcomes, .outcomes),
    ] + Demands.fields.map { $0.inside(\.demands) } + [
      Field("no_creating_run", \.noCreatingRun, .word),
      Field("samples", \.samples, .word),
      Field("duplicate_window", \.duplicateWindow, .time(.zero ... .seconds(60))),
      Field("two_labels", \.twoLabels, .time(.zero ... .seconds(5))),
      Field("serial_characters", \.alphabet, .word),
      Field("otherwise", \.otherwise, .word),
      // A list that was meant to limit the parts must not be empty: that would let them all pass.
      Field("rules", \.rules, .someList(of: .rule)),
      Field("texts", \.texts, .texts),
    ]
  }

  func check(_ reader: NodeReader) {
    demands.check(reader)
    for (index, rule) in rules.enumerated() where rules[..<index].contains(where: { $0.name == rule.name }) {
      reader.report(key: "rules[\(index)].name", "found \(rule.name.quoted) twice, expected a name of its own")
    }
  }
}

extension Rule: Section {
  static var fields: [Field<Rule>] {
    [
      Field("name", \.name, .words("a name"), isRequired: true),
      // Left out, it would release every part: who means that writes "*".
      Field("part_number", \.partNumbers, .wildcards, isRequired: true),
      Field("revision_number", \.revisionNumbers, .wildcards),
      Field("policy", \.policy, .word),
      Field("allowed_outcomes", \.allowedOutcomes, .outcomes),
    ] + Demands.fields.map { $0.inside(\.demands) }
  }

  func check(_ reader: NodeReader) {
    demands.check(reader)
  }
}

extension Form<Rule> {
  fileprivate static var rule: Form { .section(from: Rule(name: "")) }
}

extension Form<Set<Outcome>> {
  fileprivate static var outcomes: Form {
    let words = Outcome.known.map(\.text)
    let outcome = Form<Outcome>.scalar(
      words.joined(separator: " | "),
      read: { text in
        let outcome = Outcome(text)
        return Outcome.known.contains(outcome) ? outcome : nil
      },
      show: \.text)
    let list = Form<[Outcome]>.someList(of: outcome)
    return Form(
      read: { list.read($0).map(Set.init) },
      show: { outcomes in list.show(Outcome.known.filter(outcomes.contains)) })
  }
}

extension Form<[ReasonCode: String]> {
  /// What the operator reads, by reason code.
  fileprivate static var texts: Form {
    let codes = ReasonCode.allCases
    let text = Form<String>.words("a sentence of at most 60 characters", upTo: 60)
    return Form(
      read: { reader in
        reader.entries("a section of reason codes")?.reduce(into: [:]) { texts, entry in
          guard let code = ReasonCode(rawValue: entry.key) else {
            return reader.reportUnknown(entry, among: codes.map(\.rawValue))
          }
          texts[code] = text.read(reader.child(entry))
        }
      },
      show: { texts in
        .section(
          codes.compactMap { code in
            texts[code].flatMap(text.show).map { Shown.Entry(key: code.rawValue, value: $0) }
          })
      })
  }
}
