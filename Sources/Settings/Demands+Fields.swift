import Gating

/// Its keys stand among those of the gate and of each rule.
extension Demands: Section {
  static var fields: [Field<Demands>] {
    [
      Field("procedure", \.procedure, .wildcard),
      Field("max_age", \.maxAge, .time(.seconds(1) ... .days(36500))),
      Field("min_age", \.minAge, .time(.seconds(1) ... .days(36500))),
      Field("batch_number", \.batchNumbers, .wildcards),
      Field("blocked_batch_numbers", \.blockedBatchNumbers, .wildcards),
      Field("children", \.children, .someList(of: .children)),
      Field("block_list", \.blockList, .blockList),
    ]
  }

  func check(_ reader: NodeReader) {
    if let minAge, let maxAge, minAge > maxAge {
      reader.report(key: "min_age", "found \(minAge.written), expected at most max_age, which is \(maxAge.written)")
    }
  }
}

extension RequiredChildren: Section {
  static var fields: [Field<RequiredChildren>] {
    [
      Field("part_number", \.partNumber, .wildcard, isRequired: true),
      Field("count", \.count, .number(1...1000)),
    ]
  }
}

extension Form<RequiredChildren> {
  fileprivate static var children: Form { .section(from: RequiredChildren(partNumber: Wildcard(""), count: 1)) }
}

extension Form<Wildcard> {
  static var wildcard: Form {
    .scalar(
      "text, in which * stands for any characters and ? for one",
      read: { text in
        text.isEmpty ? nil : Wildcard(text)
      }, show: \.text)
  }
}

extension Form<[Wildcard]> {
  static var wildcards: Form { .someList(of: .wildcard) }
}
