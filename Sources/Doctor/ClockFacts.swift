/// The wall clock of this machine.
package struct ClockFacts: Hashable, Sendable {
  package var isSynchronised: Bool
  /// How far it is ahead of TofuPilot's, to the second; nil: that was not told.
  package var lead: Duration?
  /// As `/etc/localtime` names it: `Europe/Berlin`.
  package var zone: String

  package init(isSynchronised: Bool, lead: Duration? = nil, zone: String) {
    self.isSynchronised = isSynchronised
    self.lead = lead
    self.zone = zone
  }

  /// What an age is judged by, and what the journal is read by later, is out by that much.
  private static let tolerance = Duration.seconds(3)

  package var check: Check {
    if let lead, lead > Self.tolerance || lead < .zero - Self.tolerance {
      let way = lead > .zero ? "ahead of" : "behind"
      return .trouble(
        "clock", "\(abs(lead.components.seconds)) s \(way) TofuPilot's", next: "sudo timedatectl set-ntp true")
    }
    guard isSynchronised else {
      return .warning("clock", "nothing keeps it right (NTP)", next: "sudo timedatectl set-ntp true")
    }
    let agreed = lead == nil ? "" : ", agrees with TofuPilot's"
    return .ok("clock", "synchronised\(agreed), time zone \(zone)")
  }
}
