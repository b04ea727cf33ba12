/// The text of an effective configuration as the journal keeps it, and where the gate's lines stand in it.
package struct KeptConfiguration {
  private let lines: [Substring]
  /// The entries of `gate:`, each with the lines that it takes.
  private var gate: [(entry: YAMLNode.Entry, lines: Range<Int>)] = []

  package init(_ text: String) throws(ConfigurationError) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard case .mapping(let sections) = try YAMLDocument(text, path: "the kept configuration").root?.content else {
      return
    }
    let places = Self.places(of: sections.map(\.keyPlace), until: lines.count)
    guard let (section, place) = zip(sections, places).first(where: { $0.0.key == "gate" }),
      case .mapping(let entries) = section.value.content
    else { return }
    gate = Array(zip(entries, Self.places(of: entries.map(\.keyPlace), until: place.upperBound)))
  }

  /// The lines of the rule of this name; empty: there is none.
  package func rule(_ name: String) -> [String] {
    guard let rules = gate.first(where: { $0.entry.key == "rules" }),
      case .sequence(let elements) = rules.entry.value.content
    else { return [] }
    let places = Self.places(of: elements.map(\.place), until: rules.lines.upperBound)
    return zip(elements, places).first { $0.0.has(name: name) }.map { text(of: $0.1) } ?? []
  }

  /// What the gate says besides its rules: it holds where a rule is silent.
  package var gateLines: [String] {
    gate.filter { $0.entry.key != "rules" }.flatMap { text(of: $0.lines) }
  }

  private func text(of place: Range<Int>) -> [String] {
    lines[place].filter { !$0.isEmpty }.map(String.init)
  }

  /// From the line of each to that of the next, counted from 0.
  private static func places(of places: [Place], until end: Int) -> [Range<Int>] {
    let starts = places.map { place in if case .line(_, let line, _) = place { line - 1 } else { end } }
    return zip(starts, starts.dropFirst() + [end]).map { $0..<max($0, $1) }
  }
}

extension YAMLNode {
  fileprivate func has(name: String) -> Bool {
    guard case .mapping(let entries) = content else { return false }
    return entries.contains { $0.key == "name" && $0.value.content == .scalar(name) }
  }
}
