/// How a kind of value is written in the file: read from a node, and shown again.
struct Form<Value> {
  /// Gives no value where it has reported why.
  let read: (NodeReader) -> Value?
  /// nil: nothing that the file would have to say.
  let show: (Value) -> Shown?
}

extension Form {
  /// A value that is written as one word or number.
  static func scalar(
    _ expected: String, read: @escaping (String) -> Value?, show: @escaping (Value) -> String
  ) -> Form {
    Form(
      read: { reader in reader.text(expected).flatMap { read($0) ?? reader.refuse(expected) } },
      show: { .scalar(show($0)) })
  }

  /// A list of such values; a single one need not stand in brackets.
  static func list<Element>(of element: Form<Element>) -> Form where Value == [Element] {
    Form(
      read: { reader in reader.elements.compactMap(element.read) },
      show: { .list($0.compactMap(element.show)) })
  }

  /// A list that means something only with an element in it.
  static func someList<Element>(of element: Form<Element>) -> Form where Value == [Element] {
    let list = Form.list(of: element)
    return Form(
      read: { reader in reader.elements.isEmpty ? reader.refuse("at least one value") : list.read(reader) },
      show: { $0.isEmpty ? nil : list.show($0) })
  }
}

extension Form where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of a few words, exactly as they are.
  static var word: Form {
    let words = Value.allCases.map(\.rawValue).joined(separator: " | ")
    return .scalar(words, read: Value.init(rawValue:), show: \.rawValue)
  }
}
