import Devices
import Gating
import Journal
import Scanning
import Settings
import Testing

@testable import Station

@Suite("A journal's chores")
struct JournalChoresTests {
  @Test("what is too old goes, where the clock can be trusted, and the chain holds")
  func trims() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/journal.db"
    let journal = try Journal(at: path)
    let young = SystemClock.utc.iso8601
    try journal.append(["2020-01-01T00:00:00.000Z", young].map { #"{"type":"verdict","at":"\#($0)"}"# })
    var chores = JournalChores()
    try chores.trim(journal, to: Retention())
    let reader = try JournalReader(at: path)
    let times = try reader.entries(1...reader.head().sequence).map { $0.payload.value(of: "at") }
    #expect(times.contains("2020-01-01T00:00:00.000Z") != WallClock.isSynchronised)
    #expect(times.contains(young))
    #expect(try reader.verify().fault == nil)
  }

  @Test("once trimmed and looked at, they are due in a minute")
  func due() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/journal.db"
    let before = SystemClock.monotonic
    var chores = JournalChores()
    try chores.trim(Journal(at: path), to: Retention())
    #expect(chores.due <= SystemClock.monotonic, "the disk was not looked at yet")
    _ = chores.look(at: path)
    #expect(chores.due >= before + .seconds(60))
  }
}
