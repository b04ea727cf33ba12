import FoundationEssentials
import GRDB
import Journal

extension TemporaryFolder {
  var journal: String { path + "/journal.db" }

  /// The bytes of a file; empty where there is none.
  func bytes(of file: String) -> [UInt8] {
    (try? Data(contentsOf: URL(filePath: file))).map(Array.init) ?? []
  }

  func write(_ bytes: [UInt8], to file: String) throws {
    try Data(bytes).write(to: URL(filePath: file))
  }

  /// The names of all files, sorted.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// A journal of so many verdicts, closed.
  func journal(of count: Int) throws -> String {
    let writer = try Journal(at: journal)
    for number in 1...count { try writer.append([verdict("PCB-\(number)")]) }
    return journal
  }

  /// Does to the file what anybody with SQLite at hand could.
  func tamper(_ sql: String) throws {
    try DatabaseQueue(path: journal).write { try $0.execute(sql: sql) }
  }
}

/// A verdict as it is recorded, short.
func verdict(
  _ serialNumber: String, at: String = "2026-11-23T10:00:00.000Z", _ verdict: String = "PASS", shown: Bool = true,
  config: String = "sha256:00"
) -> String {
  """
  {"type":"verdict","at":"\(at)","lane":"L1","serial_number":"\(serialNumber)","verdict":"\(verdict)",\
  "shown":\(shown),"reasons":[],"latency_ms":12.3,"config":"\(config)"}
  """
}
