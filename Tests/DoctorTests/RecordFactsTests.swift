import Doctor
import Journal
import Testing

@Suite("The journal and its disk, looked at") struct RecordFactsTests {
  private func checks(fill: Double?, _ head: Result<Int64, JournalError>, isRequired: Bool = true) -> [String] {
    RecordFacts(path: "/j.db", fill: fill, head: head, isRequired: isRequired).checks.states
  }

  @Test("a disk is a warning from 90 % full on, and a trouble when there is hardly anything left")
  func disk() {
    #expect(checks(fill: 0.89, .success(1)) == ["disk ok", "journal ok"])
    #expect(checks(fill: 0.9, .success(1)) == ["disk warning", "journal ok"])
    #expect(checks(fill: 0.99, .success(1)) == ["disk trouble", "journal ok"])
    #expect(checks(fill: nil, .success(1)) == ["journal ok"])
  }

  @Test(
    "a journal that cannot be opened is a trouble, one that is not there yet is not, one that we may not read was not seen",
    arguments: [
      (.damaged, "trouble"), (.foreign, "trouble"), (.full, "trouble"), (.noFolder, "trouble"), (.missing, "warning"),
      (.unreadable, "skipped"),
    ] as [(JournalError.Cause, String)])
  func causes(cause: JournalError.Cause, state: String) {
    let error = JournalError(cause, path: "/j.db", detail: "")
    #expect(checks(fill: nil, .failure(error)) == ["journal \(state)"])
  }

  @Test("without its folder, one that is not required is a warning")
  func notRequired() {
    let error = JournalError(.noFolder, path: "/j.db", detail: "")
    #expect(checks(fill: nil, .failure(error), isRequired: false) == ["journal warning"])
  }

  @Test("one that was written is opened, and its last entry told")
  func real() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/journal.db"
    let journal = try Journal(at: path)
    _ = try journal.append([#"{"type":"start","at":"2026-11-23T10:00:00.000Z"}"#])
    let facts = RecordFacts(at: path, isRequired: true)
    #expect(facts.checks.count == 2)
    #expect(facts.checks[1].text.contains("ends with entry 1"))
  }
}
