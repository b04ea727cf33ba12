/// One thing that a reading of the configuration has to tell: where, about which key, what was found and what is
/// allowed.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: Hashable, Sendable {
    /// The file cannot be put in force.
    case error
    /// The file holds, but may not say what its author means.
    case warning
  }

  package var severity: Severity
  package var place: Place
  /// `gate.rules[0].part_number`, list elements counted from 0; empty for the file as a whole.
  package var keyPath: String
  package var text: String

  package init(_ severity: Severity = .error, at place: Place, keyPath: String = "", _ text: String) {
    self.severity = severity
    self.place = place
    self.keyPath = keyPath
    self.text = text
  }
}

extension Diagnostic: CustomStringConvertible {
  package var description: String {
    let mark = severity == .warning ? "warning: " : ""
    let subject = keyPath.isEmpty ? "" : "\(keyPath): "
    return "\(place): \(mark)\(subject)\(text)"
  }
}

/// A configuration that cannot be put in force, with everything that is wrong with it.
package struct ConfigurationError: Error, Hashable {
  /// From the top of the file to its bottom; never empty.
  package var diagnostics: [Diagnostic]
  /// The files that were looked into: a change of one of them may mend it.
  package var files: Set<String>

  package init(_ diagnostics: [Diagnostic], files: Set<String> = []) {
    self.diagnostics = diagnostics.sorted { $0.place < $1.place }
    self.files = files
  }
}

extension ConfigurationError: CustomStringConvertible {
  package var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
