package import Scanning

extension Pattern {
  /// Compiles a regular expression as PCRE2 writes them; it may be matched from any thread.
  package static func compile(_ source: String) throws(PatternError) -> Pattern {
    let code = try PCRE2Code(compiling: source)
    return Pattern(source: source, groups: Set(code.groups.keys)) { text, extent in code.match(text, extent) }
  }
}
