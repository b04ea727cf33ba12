import Glibc

/// scangate with its journal on a disk, in memory, and with none that it can write: what the commit before the verdict adds.
///
/// Against a server that answers at once, which is the worst case, and against one that takes as long as a network does.
struct JournalComparison {
  let scangate: String
  /// The server that answers at once.
  let url: String

  func run(rounds: Int) throws {
    try compare("at once", url, rounds: rounds)
    let server = try Child([scangate, "serve", "--port", "0", "--delay", "50ms"], environment: ["LANG=C.UTF-8"])
    defer { server.terminate() }
    let line = try server.line { $0.contains("http://") }
    guard let start = line.firstRange(of: "http://")?.lowerBound else { throw Trouble("no address in \(line)") }
    try compare("after 50 ms", String(line[start...].prefix { !$0.isWhitespace }), rounds: max(1, rounds / 5))
  }

  private func compare(_ name: String, _ url: String, rounds: Int) throws {
    let (memory, disk) = (try ScratchFolder(in: "/dev/shm"), try ScratchFolder(in: Self.folder))
    let places = [
      // Opened again and again, and shown all the same: all of the way but the commit.
      ("none  ", "/dev/null"), ("memory", memory.path), ("disk  ", disk.path),
    ]
    try VariantComparison(
      title: "scan → verdict by journal, TofuPilot \(name)", scangate: scangate,
      environment: ["TOFUPILOT_URL=\(url)", "TOFUPILOT_API_KEY=demo"],
      variants: places.map { name, folder in
        VariantComparison.Variant(
          name: name, configuration: "journal: {required: false, path: \(folder)/journal.db}")
      }
    ).run(rounds: rounds)
  }

  /// Where a temporary file lies on a disk, as the journal of a station does.
  static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp" }
}
