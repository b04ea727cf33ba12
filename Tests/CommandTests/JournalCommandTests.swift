import Journal
import Subprocess
import Testing

extension CommandTests {
  @Suite struct JournalCommandTests {
    private let files: TemporaryFolder
    private let path: String

    init() throws {
      files = try TemporaryFolder()
      path = files.path + "/journal.db"
    }

    @discardableResult
    private func append(_ payloads: String...) throws -> [Int64] {
      try Journal(at: path).append(payloads)
    }

    private func verdict(
      _ number: String, _ answer: String = "PASS", outcome: String = "PASS", reason: String? = nil, shown: Bool = true
    ) -> String {
      let reasons = reason.map { #"{"code":"\#($0)","action":"hold","text":"HOLD.","detail":"so it is"}"# } ?? ""
      return """
        {"type":"verdict","at":"2026-11-23T10:00:00.000Z","station":"F3","lane":"1","scan":"\(number)",\
        "serial_number":"\(number)","verdict":"\(answer)","shown":\(shown),"reasons":[\(reasons)],\
        "policy":"creating-run","rule":null,"unit":{"serial_number":"\(number)","part_number":"PCB-1"},\
        "run":{"outcome":"\(outcome)","procedure":"FCT","ended_at":"2026-11-20T10:00:00.000Z"},"attempts":1,\
        "latency_ms":12.3,"config":"sha256:00","stand_in":false}
        """
    }

    private func journal(_ arguments: String...) async throws -> Ending {
      try await Program(["journal"] + arguments + ["--journal", path]).end()
    }

    @Test("list prints a table, newest last; JSON and CSV are made of the same entries") func list() async throws {
      try append(verdict("SN-1"), verdict("SN-2", "FAIL", outcome: "FAIL", reason: "outcome_not_allowed"))
      let table = try await journal("list")
      #expect(table.code == 0 && table.errors == "")
      #expect(table.lines.count == 3)
      #expect(table.lines[2].contains("FAIL") && table.lines[2].contains("[outcome_not_allowed] so it is"))
      #expect(try await journal("list", "--json").verdicts.map(\.serialNumber) == ["SN-1", "SN-2"])
      #expect(try await journal("list", "--csv", "--verdict", "PASS").output.split(separator: "\r\n").count == 2)
      #expect(try await journal("list", "--limit", "1", "--json").verdicts.map(\.serialNumber) == ["SN-2"])
      #expect(try await journal("list", "--since", "2026-11-24", "--json").output == "")
    }

    @Test("on a terminal no line of list is wider than it") func terminal() async throws {
      try append(verdict(String(repeating: "9", count: 150), "FAIL", reason: "outcome_not_allowed"))
      let terminal = try PseudoTerminal(width: 60)
      _ = try await Program("journal", "list", "--journal", path).use(on: terminal) { _ in
        _ = try await terminal.shown.line { $0.contains("ENTRY") }
        let row = try await terminal.shown.line { $0.contains("999") }
        #expect(row.filter { !$0.isNewline }.count == 60)
      }
    }

    @Test("list --held tells the units that wait for a verdict") func held() async throws {
      try append(
        verdict("SN-1", "NO_VERDICT", reason: "timeout"), verdict("SN-2", "NO_VERDICT", reason: "timeout"),
        verdict("SN-1"), verdict("SN-3", shown: false))
      #expect(try await journal("list", "--held", "--json").verdicts.map(\.serialNumber) == ["SN-2", "SN-3"])
    }

    @Test("nothing that was scanned acts on a terminal", arguments: [[], ["--csv"], ["--json"]])
    func hostile(options: [String]) async throws {
      try append(
        #"{"type":"verdict","at":"2026-11-23T10:00:00.000Z","lane":"1","scan":"\u001b[2J\u202e=1","serial_number":null,"#
          + #""verdict":"NO_VERDICT","shown":true,"reasons":[]}"#)
      let ending = try await Program(["journal", "list", "--journal", path] + options).end()
      #expect(ending.unprintable.filter { $0 != "\r" } == [])
    }

    @Test("show tells everything of the latest verdict of a unit, or of an entry") func show() async throws {
      try append(verdict("SN-1", "FAIL", outcome: "FAIL", reason: "outcome_not_allowed"), verdict("sn-1"), verdict("7"))
      let latest = try await journal("show", "SN-1")
      #expect(latest.output.contains("verdict         PASS"))
      #expect(latest.output.contains("entries of this number before: 1"))
      #expect(try await journal("show", "1").output.contains("first run FAIL · FCT · 20 Nov 2026"))
      #expect(try await journal("show", "--serial", "7").output.contains("entry           3"))
      let missing = try await journal("show", "7")
      #expect(missing.code == 1 && missing.errors.contains("--serial 7"))
      #expect(try await journal("show", "SN-9").code == 1)
    }

    @Test("verify prints a head, and knows it again") func verify() async throws {
      try append(verdict("SN-1"), verdict("SN-2"))
      let first = try await journal("verify")
      #expect(first.code == 0)
      let head = try #require(first.lines.first { $0.hasPrefix("head ") }?.dropFirst(5))
      try append(verdict("SN-3"))
      #expect(try await journal("verify", "--expect", String(head)).code == 0)
      let other = try await journal("verify", "--expect", "1" + head.dropFirst())
      #expect(other.code == 1 && other.errors.contains("written anew or replaced"))
      let later = try await journal("verify", "--expect", "9" + head.dropFirst())
      #expect(later.code == 1 && later.errors.contains("cut off"))
      #expect(try await journal("verify", "--expect", "head").code == 64)
    }

    @Test("stats counts, as bars and as JSON") func stats() async throws {
      try append(verdict("SN-1"), verdict("SN-2", "NO_VERDICT", reason: "timeout"))
      let bars = try await journal("stats", "--since", "2026-11-23T00:00:00Z")
      #expect(bars.lines.first == "2 verdicts: 1 PASS, 0 FAIL, 1 NO VERDICT")
      #expect(bars.output.contains("first-pass rate: 50.0 %"))
      let json = try await journal("stats", "--since", "2026-11-23T00:00:00Z", "--json")
      #expect(json.output.contains(#""first_pass_units":2,"first_pass_passed":1"#))
      #expect(json.output.hasPrefix(#"{"type":"statistics","verdicts":2,"#))
    }

    @Test("backtest tells first what another file would release") func backtest() async throws {
      try append(
        verdict("SN-1"), verdict("SN-2", "FAIL", outcome: "FAIL", reason: "outcome_not_allowed"), verdict("SN-3"))
      let file = try files.file("new.yaml", "gate: {allowed_outcomes: [FAIL]}")
      let ending = try await journal("backtest", "--config", file, "--since", "2026-11-01")
      #expect(ending.code == 0, "\(ending)")
      let heads = ending.lines.filter { $0.contains("->") }
      #expect(heads.first == "!! FAIL -> PASS: 1 WOULD BE RELEASED")
      #expect(heads.last == "PASS -> FAIL: 2")
      #expect(try await journal("backtest").code == 64)
      let broken = try files.file("broken.yaml", "gate: {alowed_outcomes: [FAIL]}")
      #expect(try await journal("backtest", "--config", broken).code == 78)
    }

    @Test(
      "a journal that is missing, or none, ends with what to do",
      arguments: ["list", "follow", "stats", "verify"])
    func missing(command: String) async throws {
      let missing = try await journal(command)
      #expect(missing.code == 1 && missing.output == "")
      #expect(missing.errors.contains("--journal PATH") && missing.errors.contains(path))
      _ = try files.file("journal.db", "not a journal at all, but long enough to look like something")
      #expect(try await journal(command).code == 1)
    }

    @Test("without --journal it is the configuration's") func configured() async throws {
      try append(verdict("SN-1"))
      let file = try files.file("station.yaml", "journal: {path: \(path)}")
      let ending = try await Program("journal", "list", "--json", "--config", file).end()
      #expect(try ending.verdicts.map(\.serialNumber) == ["SN-1"], "\(ending)")
    }
  }
}
