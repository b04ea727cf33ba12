import Gating
import Journal
import Scanning
import Settings

@testable import Station

/// A recorder with a journal in a folder of the test's, and what it says of it.
struct RecorderBench {
  let path: String
  let recorder: Recorder
  let loaded: LoadedConfiguration
  private let states: AsyncStream<JournalState>
  private let post: AsyncStream<JournalState>.Continuation

  /// - Parameter configuration: the file's text.
  init(in folder: TemporaryFolder, journal: String? = nil, _ configuration: String = "") throws {
    path = journal ?? folder.path + "/journal.db"
    let file = try folder.file("scangate.yaml", configuration + "\njournal: {path: \(path)}\n")
    loaded = try ConfigurationSource(path: file, environment: [:], hostName: "FINAL-3").load()
    recorder = Recorder(loaded, version: "0.1.0", keySource: "a test")
    (states, post) = AsyncStream.makeStream(of: JournalState.self)
  }

  func start() throws {
    try recorder.start { [post] in post.yield($0) }
  }

  /// The next state that is wanted; those before it are passed over.
  func state(_ isWanted: (JournalState) -> Bool) async -> JournalState? {
    await states.first(where: isWanted)
  }

  /// Starts it, does this, and ends it.
  func run(_ body: (RecorderBench) async throws -> Void) async throws {
    try start()
    try await body(self)
    recorder.end("the test's end")
  }

  func record(_ record: VerdictRecord, closing ticket: Ticket? = nil) async -> RecordingOutcome {
    await withCheckedContinuation { continuation in
      recorder.record(record, closing: ticket) { continuation.resume(returning: $0) }
    }
  }

  /// All entries, oldest first.
  func payloads() throws -> [String] {
    let reader = try JournalReader(at: path)
    return try reader.entries(1...max(1, reader.head().sequence)).map(\.payload)
  }

  /// Of each entry its type, of a verdict its number.
  func summary() throws -> [String] {
    try payloads().map { payload in
      payload.value(of: "type") == "verdict" ? payload.value(of: "serial_number") : payload.value(of: "type")
    }
  }
}

extension String {
  /// The text of a member of a JSON object that is a string without escapes.
  func value(of key: String) -> String {
    guard let start = firstRange(of: "\"\(key)\":\"")?.upperBound else { return "" }
    return String(self[start...].prefix { $0 != "\"" })
  }

  private func firstRange(of text: String) -> Range<Index>? {
    ranges(of: text).first
  }
}

extension Ticket {
  init(_ number: Int, _ text: String) throws {
    let now = SystemClock.monotonic
    self.init(
      id: ID(number: number), scan: Scan(text: text, began: now, ended: now),
      serialNumber: try SerialNumber(text, alphabet: .any), configuration: "sha256:test", gate: Gate())
  }
}
