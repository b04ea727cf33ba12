import Gating
import Scanning
package import TofuPilot

/// What TofuPilot said when it was asked whom the key stands for, and what an answer costs.
package struct AnswerFacts: Sendable {
  package var probe: Probe
  /// From a question on a warm connection to its answer: the median of some.
  package var time: Duration?
  /// One round trip to the host, as opening a connection took it.
  package var roundTrip: Duration?
  /// What this program itself computed for each of those questions.
  package var ownTime: Duration?

  package init(
    _ probe: Probe, time: Duration? = nil, roundTrip: Duration? = nil, ownTime: Duration? = nil
  ) {
    self.probe = probe
    self.time = time
    self.roundTrip = roundTrip
    self.ownTime = ownTime
  }

  package var checks: [Check] {
    switch probe {
    case .failed(let code, let detail):
      return [.trouble("API", detail.escaped(), next: code.remedy)]
    case .ok(let identity, let standIn):
      let mark: Check? =
        standIn
        ? .trouble(
          "API", "a stand-in answers, not TofuPilot: its verdicts release nothing",
          next: "name your TofuPilot as api.url, then: scangate config show") : nil
      return [identity.check, mark, timeCheck].compactMap(\.self)
    }
  }

  /// `time` taken apart: ours is what we computed, the network's one round trip, the rest TofuPilot's own.
  private var timeCheck: Check? {
    guard let time else { return nil }
    let ours = min(ownTime ?? .zero, time)
    let network = min(roundTrip ?? .zero, time - ours)
    let shares = [("network", network), ("TofuPilot", time - ours - network), ("scangate", ours)]
      .map { "\($0) \($1.inMilliseconds)" }.joined(separator: ", ")
    let text = "an answer takes \(time.inMilliseconds): \(shares)"
    return time < .seconds(1) ? .ok("time", text) : .warning("time", text, next: "scangate journal stats")
  }
}

extension Identity {
  fileprivate var check: Check {
    let owner = [name, organization].compactMap { $0?.escaped(limit: 60) }.joined(separator: ", ")
    return switch kind {
    case .station: .ok("API", "accepts the key: station \(owner)")
    case .user:
      .warning(
        "API", "accepts the key: it is the user's \(owner), and expires",
        next: "make a key for this station in TofuPilot and put it in place")
    case nil: .ok("API", "accepts the key: \(owner)")
    }
  }
}

extension ReasonCode {
  fileprivate var remedy: String {
    switch self {
    case .unauthorized, .forbidden: "put a new key in place"
    case .timeout, .serverError, .rateLimited: "scangate doctor, in a minute"
    default: "scangate config show"
    }
  }
}
