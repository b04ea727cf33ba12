/// One of the `indicators:` a light, the lane whose verdicts it shows, and how.
package struct IndicatorSettings: Hashable, Sendable {
  /// nil: the only lane there is.
  package var lane: String?
  /// The name of the file that describes the light.
  package var profile: String
  package var port: IndicatorPort
  /// How long PASS is lit before the light is ready again.
  package var passTime = Duration.seconds(3)
  package var buzzer = false
  /// Without the working light there is no verdict: where a relay releases the unit.
  package var isRequired = false

  package init(lane: String? = nil, profile: String, port: IndicatorPort) {
    self.lane = lane
    self.profile = profile
    self.port = port
  }
}

extension IndicatorSettings: Section {
  static var fields: [Field<IndicatorSettings>] {
    [
      Field("lane", \.lane, .words("a lane's name")),
      Field("profile", \.profile, .profile, isRequired: true),
      Field("port", \.port, .port, isRequired: true),
      Field("pass_time", \.passTime, .passTime),
      Field("buzzer", \.buzzer, .flag),
      Field("required", \.isRequired, .flag),
    ]
  }
}

extension Form<IndicatorSettings> {
  static var indicator: Form {
    .section(from: IndicatorSettings(profile: "", port: .path("")))
  }
}

extension Form<String> {
  fileprivate static var profile: Form {
    .scalar(
      "the name of a profile: a-z, 0-9 and -",
      read: { text in
        let isName = text.unicodeScalars.allSatisfy { "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "-" }
        return isName && !text.isEmpty ? text : nil
      },
      show: \.self)
  }
}

extension Form<Duration> {
  /// Long enough to be seen, short enough not to be taken for the next unit's.
  static var passTime: Form { .time(.milliseconds(500) ... .seconds(60)) }
}
