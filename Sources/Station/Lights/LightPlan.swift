package import Settings
package import Signals

/// What the configuration says about one light.
package struct LightPlan: Hashable, Sendable {
  /// nil: the lane that there is.
  package var lane: String?
  package var profile: Profile
  /// The name of the profile's file.
  package var profileName: String
  package var port: IndicatorPort
  package var passTime: Duration
  package var isBuzzing: Bool
  /// Without the light, the lane gives no PASS.
  package var isRequired: Bool

  package init(_ settings: IndicatorSettings, lane: String?, profile: Profile) {
    self.lane = lane
    self.profile = profile
    profileName = settings.profile
    port = settings.port
    passTime = settings.passTime
    isBuzzing = settings.buzzer
    isRequired = settings.isRequired
  }

  /// `adafruit-tower on /dev/scangate/light-1`
  package var title: String { "\(profileName) on \(port)" }
}
