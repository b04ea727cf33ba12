package import Scanning

/// One of the `scanners:` a lane, the device that feeds it, and how its scans are read.
package struct ScannerSettings: Hashable, Sendable {
  package var lane: String
  /// nil: a lane that the file does not name, and the agent does.
  package var match: ScannerMatch?
  /// What the scanner is set to type as.
  package var layout = Layout.us
  package var terminator = Terminator.enter
  package var extraction = Extraction()
  /// Other programs do not see its keys.
  package var grab = true

  package init(lane: String, match: ScannerMatch? = nil) {
    self.lane = lane
    self.match = match
  }
}

extension ScannerSettings: Section {
  static var fields: [Field<ScannerSettings>] {
    [
      Field("lane", \.lane, .words("a name"), isRequired: true),
      Field("match", \.match, .match, isRequired: true),
      Field("layout", \.layout, .layout),
      Field("terminator", \.terminator.name, .word),
      Field("quiet_gap", \.terminator.quietGap, .time(.milliseconds(10) ... .milliseconds(900))),
    ] + Extraction.fields.map { $0.inside(\.extraction) } + [
      Field("grab", \.grab, .flag)
    ]
  }

  func check(_ reader: NodeReader) {
    extraction.check(reader)
    // Given and refused, they are told already.
    if terminator.name == .none, !reader.has("pattern"), !reader.has("min_length") {
      reader.report(
        key: "terminator",
        "found none without a pattern or min_length, expected one: a scan cut short must not be a number")
    }
    if terminator.name != .none, reader.has("quiet_gap") {
      reader.report(key: "quiet_gap", "counts only with terminator: none", severity: .warning)
    }
  }
}

extension Form<ScannerSettings> {
  static var scanner: Form { .section(from: ScannerSettings(lane: "")) }
}
