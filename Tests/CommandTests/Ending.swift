import Subprocess

/// How a program ended, and all that it said.
struct Ending {
  var status = TerminationStatus.exited(0)
  var output = ""
  var errors = ""

  /// The exit code; nil where a signal ended it.
  var code: Int32? {
    if case .exited(let code) = status { code } else { nil }
  }

  var lines: [Substring] { output.split(separator: "\n") }

  /// Every line of standard output, in the shape of `--format json`.
  var json: [JSONLine] {
    get throws { try lines.map { try JSONLine($0) } }
  }

  /// The verdicts among them.
  var verdicts: [JSONLine] {
    get throws { try json.filter { $0.type == "verdict" } }
  }

  /// What a terminal would act on, or would not show: no character of a scan may come through as one of these.
  var unprintable: [Unicode.Scalar] {
    (output + errors).unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
      default: scalar == "\u{FFFD}"
      }
    }
  }
}
