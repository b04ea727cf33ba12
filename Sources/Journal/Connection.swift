internal import GRDB
internal import Glibc

/// The journal's file, open in SQLite; what fails there comes out as `JournalError`.
struct Connection: Sendable {
  let path: String
  private let queue: DatabaseQueue
  private let isReading: Bool

  /// To write: the file is made where there is none, with its tables, in an existing folder.
  init(writing path: String) throws(JournalError) {
    var options = GRDB.Configuration()
    options.journalMode = .wal
    options.busyMode = .timeout(2)
    options.prepareDatabase { database in
      // Before the write-ahead log is begun: what is not ours stays as it is.
      _ = try Schema.stands(in: database, path: path)
      // Only before the first table does it take effect.
      try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: options)
      try queue.writeWithoutTransaction { database in
        // What made the log longer once, it does not stay.
        try database.execute(sql: "PRAGMA journal_size_limit = \(8 << 20)")
      }
      try queue.write { database in
        if try !Schema.stands(in: database, path: path) { try Schema.create(in: database) }
      }
    } catch {
      throw JournalError(error, path: path)
    }
    self.path = path
    isReading = false
  }

  /// To read, beside the agent that writes.
  init(reading path: String) throws(JournalError) {
    var options = GRDB.Configuration()
    options.readonly = true
    options.busyMode = .timeout(2)
    do {
      queue = try Self.queue(reading: path, options)
      guard try queue.read({ try Schema.stands(in: $0, path: path) }) else {
        throw JournalError(.missing, path: path, detail: "the file is empty")
      }
    } catch {
      throw JournalError(error, path: path, reading: true)
    }
    self.path = path
    isReading = true
  }

  private static func queue(reading path: String, _ options: GRDB.Configuration) throws -> DatabaseQueue {
    do {
      return try DatabaseQueue(path: path, configuration: options)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN && access(path + "-wal", F_OK) != 0 {
      // Beside a file that is at rest SQLite wants to make its log, and may not: such a file is read as it stands.
      return try DatabaseQueue(path: "file:\(uriPath(path))?immutable=1", configuration: options)
    }
  }

  /// How long a commit waits.
  enum Patience: String {
    /// Until the disk has it, and all before it.
    case disk = "FULL"
    /// Until the kernel has it: an end of the agent takes nothing of it, a power cut may.
    case kernel = "NORMAL"
  }

  /// One transaction: all of it is written, or nothing.
  func write<Result>(
    _ patience: Patience = .disk, _ body: (Database) throws -> Result
  ) throws(JournalError) -> Result {
    do {
      // Each time: GRDB leaves a write-ahead log at NORMAL, and inside of a transaction it cannot be changed.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = \(patience.rawValue)") }
      return try queue.write(body)
    } catch {
      throw trouble(error)
    }
  }

  /// What is committed at this moment; later commits do not show inside of it.
  func read<Result>(_ body: (Database) throws -> Result) throws(JournalError) -> Result {
    do {
      return try queue.read(body)
    } catch {
      throw trouble(error)
    }
  }

  private func trouble(_ error: any Error) -> JournalError {
    let error = JournalError(error, path: path, reading: isReading)
    if error.cause == .damaged, !isReading { SetAside.mark(path) }
    return error
  }
}

/// A path as it stands in a URI: the three characters that mean something there, as `%` and their code.
private func uriPath(_ path: String) -> String {
  path.unicodeScalars.map { scalar in
    switch scalar {
    case "%": "%25"
    case "?": "%3f"
    case "#": "%23"
    default: String(scalar)
    }
  }.joined()
}
