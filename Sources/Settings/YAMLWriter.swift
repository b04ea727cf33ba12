/// Writes values as YAML that reads back as the same values, with a comment to each.
struct YAMLWriter {
  private let comment: (_ keyPath: String, _ value: Shown) -> String?
  private var lines: [String] = []

  /// The column of the comments.
  private static let margin = 40

  static func text(
    of entries: [Shown.Entry], comment: @escaping (_ keyPath: String, _ value: Shown) -> String?
  ) -> String {
    var writer = YAMLWriter(comment: comment)
    writer.write(entries, at: "", indent: "")
    return writer.lines.map { $0 + "\n" }.joined()
  }

  private init(comment: @escaping (_ keyPath: String, _ value: Shown) -> String?) {
    self.comment = comment
  }

  /// `lead` stands before the first entry in place of the indent: the dash of a list.
  private mutating func write(_ entries: [Shown.Entry], at path: String, indent: String, lead: String? = nil) {
    for (index, entry) in entries.enumerated() {
      let margin = index == 0 ? lead ?? indent : indent
      write(
        entry, at: path.isEmpty ? entry.key : "\(path).\(entry.key)", indent: indent, head: margin + entry.key + ":")
    }
  }

  private mutating func write(_ entry: Shown.Entry, at path: String, indent: String, head: String) {
    switch entry.value {
    case .section(let entries):
      lines.append(head)
      write(entries, at: path, indent: indent + "  ")
    case .list(let elements) where elements.contains(where: \.isSection):
      lines.append(head)
      for case (let index, .section(let entries)) in elements.enumerated() {
        write(entries, at: "\(path)[\(index)]", indent: indent + "    ", lead: indent + "  - ")
      }
    case .scalar, .file, .list:
      let line = "\(head) \(entry.value.inline)"
      lines.append(line + (comment(path, entry.value).map { gap(after: line) + "# " + $0 } ?? ""))
    }
  }

  private func gap(after line: String) -> String {
    String(repeating: " ", count: max(2, Self.margin - line.count))
  }
}

extension Shown {
  fileprivate var isSection: Bool {
    if case .section = self { true } else { false }
  }

  fileprivate var inline: String {
    switch self {
    case .scalar(let text), .file(let text, _): text.yamlScalar
    case .list(let elements): "[\(elements.map(\.inline).joined(separator: ", "))]"
    case .section(let entries): "{\(entries.map { "\($0.key): \($0.value.inline)" }.joined(separator: ", "))}"
    }
  }
}
