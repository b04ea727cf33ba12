import Devices

/// Notices that the wall clock was set: what is recorded after that does not follow on what was recorded before.
struct ClockWatch {
  /// What slewing, and reading two clocks one after the other, do not come to between two looks.
  private static let tolerance = Duration.seconds(1)

  private var lead: Duration

  init(lead: Duration = WallClock.lead) {
    self.lead = lead
  }

  /// By how much it was set since the last look, forwards or back; nil: it was not.
  mutating func jump(lead now: Duration = WallClock.lead) -> Duration? {
    defer { lead = now }
    let jump = now - lead
    return jump > Self.tolerance || jump < .zero - Self.tolerance ? jump : nil
  }
}
