import FoundationEssentials

/// What a shown verdict and the record of it have in common, and no other verdict with them.
struct Decision: Hashable, Decodable, Sendable {
  let at: String?
  let lane: String?
  let scan: String?
  let verdict: String?

  /// One that was shown.
  init(_ line: JSONLine) {
    at = line.at
    lane = line.lane
    scan = line.scan
    verdict = line.verdict
  }

  /// One that is recorded: an entry's payload.
  init(payload: some StringProtocol) throws {
    self = try JSONDecoder().decode(Decision.self, from: Data(payload.utf8))
  }
}
