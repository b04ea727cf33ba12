import Gating
import Glibc
import Journal

/// A journal of some years: what an entry costs at its end, beside what it costs at its beginning, and how long looking
/// into it takes.
struct JournalGrowth {
  private static let interval: Int64 = 60_000_000_000
  private static let batch = 1000

  let scangate: String
  let entries: Int

  func run() throws {
    let folder = try ScratchFolder(in: JournalComparison.folder)
    let path = folder.path + "/journal.db"
    let journal = try Journal(at: path)
    let first = try insertions(into: journal, from: 0)
    for start in stride(from: Self.batch, to: entries, by: Self.batch) {
      try journal.append((start..<start + Self.batch).map(payload))
    }
    let last = try insertions(into: journal, from: entries)
    var status = stat()
    stat(path, &status)
    print("\na journal of \(entries) verdicts, a minute apart")
    print("size              \(cell(Double(status.st_size) / 1_000_000)) MB")
    print("an entry, first   \(cell(first.median)) µs, median of \(Self.batch)")
    print("an entry, last    \(cell(last.median)) µs, \(cell(last.median / first.median, 2, width: 1)) × the first")
    for command in ["list", "list --held", "stats --since 1d", "stats --since 3650d", "verify"] {
      print(command.padded + "\(cell(try time(of: command, on: path), 2)) s")
    }
  }

  private func insertions(into journal: Journal, from start: Int) throws -> Distribution {
    var times = Distribution()
    // What was written at once before is not waited for in between.
    sync()
    for number in start..<start + Self.batch {
      let payload = payload(number)
      let began = ContinuousClock.now
      try journal.append([payload])
      times.add(began.duration(to: .now))
    }
    return times
  }

  private func time(of command: String, on path: String) throws -> Double {
    let began = ContinuousClock.now
    let child = try Child(
      [scangate, "journal"] + command.split(separator: " ").map(String.init) + ["--journal", path])
    while (try? child.line()) != nil {}
    _ = child.end()
    return began.duration(to: .now) / .seconds(1)
  }

  /// As the agent records it: three in four are a PASS, one unit in four comes again.
  private func payload(_ number: Int) -> String {
    let at = UTCTime(nanoseconds: Self.now - Int64(entries + Self.batch - number) * Self.interval).iso8601
    let outcome = number % 4 == 0 ? "FAIL" : "PASS"
    let unit = "SN-\(number - number % 4)"
    let reason = """
      {"code":"outcome_not_allowed","action":"rework","text":"REPAIR. Do not pass it on.","detail":"first run FAIL · FCT"}
      """
    return """
      {"type":"verdict","at":"\(at)","station":"FINAL-3","lane":"\(number % 2 + 1)","scan":"\(unit)",\
      "serial_number":"\(unit)","verdict":"\(outcome)","shown":true,"reasons":[\(outcome == "FAIL" ? reason : "")],\
      "policy":"creating-run","rule":null,"unit":{"id":"0191a4c2-5d5e-7f6a-8b1c-\(number)","serial_number":"\(unit)",\
      "part_number":"PCB-MAIN-001","part_name":"Main Control Board","revision_number":"A","batch_number":null,\
      "sample":null,"in_batch":false,"created_at":"\(at)","children":[]},"run":{"id":"0191a4c2-5d5e-7f6a-9b1c-\(number)",\
      "outcome":"\(outcome)","procedure_id":"0191a4c2-5d5e-7f6a-ab1c","procedure":"FCT","ended_at":"\(at)",\
      "running":false},"attempts":1,"latency_ms":\(20 + number % 100).5,"config":"sha256:\(String(repeating: "0", count: 64))",\
      "stand_in":false,"status":200,"request_ms":18.2,"allowed_outcomes":["PASS"],"passed_before":null,"symbology":null,\
      "schema":1,"version":"1.0.0","clock_synchronised":true,"scanner":{"model":"Voyager 1450g","serial":"12345",\
      "port":"1-2"},"indicator":null,"late":false}
      """
  }

  private static let now = Int64(Glibc.time(nil)) * 1_000_000_000
}

extension String {
  fileprivate var padded: String { self + String(repeating: " ", count: max(1, 22 - count)) }
}
