/// What ends the reading of a YAML text before its end.
struct YAMLError: Error, Hashable {
  let place: Place
  let problem: String

  /// Text that is no YAML, with the advice that mostly helps.
  static func syntax(at place: Place, _ problem: String) -> YAMLError {
    let advice = "indent with spaces, and quote text that has any of []{}*&!|>%@`#: in it"
    return YAMLError(place: place, problem: "not YAML: \(problem); \(advice)")
  }
}
