import FoundationEssentials
import Gating
import Journal
import Scanning
import Settings

@testable import Station

/// A journal of one test's own, with what the gate would have recorded in it.
final class ReviewedJournal {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "scangate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private var path: String { folder.appending(path: "journal.db").path }

  /// Appends entries and gives them as they are read back.
  func entries(_ payloads: [String]) throws -> [ReadEntry] {
    let sequences = try Journal(at: path).append(payloads)
    return try sequences.compactMap { try reader.read($0) }
  }

  var reader: JournalReader { get throws { try JournalReader(at: path) } }

  func keep(_ text: String, hash: String) throws {
    try Journal(at: path).keep(configuration: text, hash: hash)
  }

  /// A configuration from the text of its file.
  func configuration(_ text: String) throws -> LoadedConfiguration {
    let file = folder.appending(path: "scangate.yaml")
    try Data(text.utf8).write(to: file)
    return try ConfigurationSource(path: file.path, environment: [:], hostName: "FINAL-3").load()
  }
}

/// A verdict on a reply, as the station records it.
func recorded(
  _ scan: String, _ reply: Reply, under gate: Gate = Gate(), shown: Bool = true,
  at time: String = "2026-11-23T13:03:07.123Z"
) -> String {
  let at = UTCTime(iso8601: time) ?? UTCTime(nanoseconds: 0)
  let number = try? SerialNumber(scan)
  var verdict = Verdict.noVerdict(.badScan, detail: "no number", under: gate)
  if let number, case .verdict(let judged) = Policy(gate: gate).judge(reply, asked: gate.policy, for: number, now: at) {
    verdict = judged
  }
  return VerdictRecord(
    at: at, station: "FINAL-3", lane: "1", scan: scan, serialNumber: number, verdict: verdict, shown: shown,
    attempts: 1, latency: .milliseconds(42), configuration: "sha256:test", standIn: false
  ).json.closed
}

/// A unit whose first run ended so.
func reply(
  _ number: String, _ outcome: Outcome = .pass, part: String? = "PCB-1", revision: String? = "A",
  endedAt: String = "2026-11-20T10:00:00Z"
) -> Reply {
  .unit(
    Gating.Unit(serialNumber: number, part: part.map { Part(number: $0, revisionNumber: revision) }),
    run: Run(
      id: "r1", outcome: outcome, procedureID: "p1", procedure: "FCT",
      ending: UTCTime(iso8601: endedAt).map { .at($0) } ?? .unknown))
}
