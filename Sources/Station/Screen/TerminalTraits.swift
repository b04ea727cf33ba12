/// What a terminal can show, by the environment that a program is started in.
package struct TerminalTraits: Hashable, Codable, Sendable {
  /// `NO_COLOR`, set to anything, forbids it (no-color.org).
  var hasColour: Bool
  /// By the locale: `LC_ALL`, else `LC_CTYPE`, else `LANG`.
  var isUTF8: Bool
  /// False where the cursor cannot be placed: `TERM` is `dumb` or missing.
  package var hasScreen: Bool

  package init(environment: (String) -> String?) {
    func value(_ name: String) -> String? {
      environment(name).flatMap { $0.isEmpty ? nil : $0 }
    }
    hasColour = value("NO_COLOR") == nil
    let locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "C"
    isUTF8 = ["UTF-8", "UTF8"].contains { locale.uppercased().contains($0) }
    hasScreen = value("TERM").map { $0 != "dumb" } ?? false
  }
}
