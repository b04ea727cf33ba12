/// A regular expression that was compiled elsewhere: a source text, and a function that matches.
///
/// The engine stays outside, so that nothing here depends on it; it must stop by itself on any text.
package struct Pattern: Sendable {
  /// The expression as written in the configuration.
  package let source: String
  /// The names of its groups.
  package let groups: Set<String>
  private let match: @Sendable (String, Extent) -> PatternMatch

  package init(
    source: String, groups: Set<String> = [], match: @escaping @Sendable (String, Extent) -> PatternMatch
  ) {
    self.source = source
    self.groups = groups
    self.match = match
  }

  /// A search: the expression fits somewhere in `text`.
  package func firstMatch(in text: String) -> PatternMatch {
    match(text, .anywhere)
  }

  /// The expression fits `text` from its first byte to its last.
  package func wholeMatch(in text: String) -> PatternMatch {
    match(text, .whole)
  }

  /// How much of a text a match must cover.
  package enum Extent: Hashable, Sendable {
    case anywhere
    case whole
  }
}

/// What became of a match.
package enum PatternMatch: Hashable, Sendable {
  case none
  /// It fits, and this is what its named groups took; a group that took no part is left out.
  case match(groups: [String: String])
  /// The engine gave up: the expression backtracks without end on this text.
  case limitReached
}

extension Pattern: Hashable {
  package static func == (left: Pattern, right: Pattern) -> Bool {
    left.source.utf8.elementsEqual(right.source.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(source)
  }
}
