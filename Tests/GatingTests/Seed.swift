import Gating
import Scanning

// The unit that every test starts from, after the example in the API's documentation.

extension Unit {
  static let seed = Unit(
    id: "550e8400-e29b-41d4-a716-446655440000", serialNumber: "SN-2024-001234",
    part: Part(number: "PCB-MAIN-001", name: "Main Control Board", revisionNumber: "A"),
    batch: .number("BATCH-2024-Q1"),
    children: [Child(serialNumber: "PSU-1", part: Part(number: "PWR-0012"))])

  /// The seed with some of its fields changed.
  static func seed(_ change: (inout Unit) -> Void) -> Unit {
    var unit = seed
    change(&unit)
    return unit
  }
}

extension Run {
  static let seed = Run(
    id: "run-1", outcome: .pass, procedureID: "7f3c2b1a-0000-4000-8000-00000000000A", procedure: "PCB Assembly",
    ending: .at(UTCTime(iso8601: "2026-03-12T10:30:00Z") ?? UTCTime(nanoseconds: 0)))

  static func seed(_ outcome: String, _ ending: Ending = seed.ending) -> Run {
    var run = seed
    run.outcome = Outcome(outcome)
    run.ending = ending
    return run
  }
}

extension Reply {
  static func seed(_ outcome: String) -> Reply {
    .unit(.seed, run: .seed(outcome))
  }
}

extension UTCTime {
  /// The moment of every decision in these tests.
  static let now = UTCTime(iso8601: "2026-11-23T14:03:00Z") ?? UTCTime(nanoseconds: 0)

  static func + (time: UTCTime, seconds: Int64) -> UTCTime {
    UTCTime(nanoseconds: time.nanoseconds + seconds * 1_000_000_000)
  }
}

extension Gate {
  /// The verdict on the seed's serial number, with the reply asked for under the gate's own policy.
  func verdict(on reply: Reply, scanned text: String = Unit.seed.serialNumber) throws -> Verdict {
    let judgement = try judgement(on: reply, asked: policy, scanned: text)
    guard case .verdict(let verdict) = judgement else { throw AskedAgain() }
    return verdict
  }

  func judgement(on reply: Reply, asked: RunPolicy, scanned text: String = Unit.seed.serialNumber) throws -> Judgement {
    let serialNumber = try SerialNumber(text, alphabet: .any)
    return Policy(gate: self).judge(reply, asked: asked, for: serialNumber, now: .now)
  }

  private struct AskedAgain: Error {}
}
