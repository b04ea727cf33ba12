/// Whether TofuPilot can answer now.
package enum APIState: Hashable, Sendable {
  /// It answers; a stand-in says so of itself.
  case up(standIn: Bool)
  case down(HoldCause)

  package var isStandIn: Bool { self == .up(standIn: true) }

  package var cause: HoldCause? {
    if case .down(let cause) = self { cause } else { nil }
  }
}
