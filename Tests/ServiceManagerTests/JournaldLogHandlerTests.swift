import Glibc
import Logging
import Testing

@testable import ServiceManager

/// What systemd's journal gets, on a socket like its own.
@Suite struct JournaldLogHandlerTests {
  private func logger(_ socket: String, standardError: CInt = -1) -> Logger {
    Logger(label: "test") { _ in
      JournaldLogHandler(identifier: "scangate", socket: socket, standardError: standardError)
    }
  }

  @Test("an entry is a message with its facts, a priority, and each fact as a field")
  func fields() throws {
    let journal = try DatagramReader()
    logger(journal.address).notice(
      "verdict", metadata: ["VERDICT": "PASS", "LANE": "1", "serial-number": "SN-1", "_HIDDEN": "x", "CAUSE": ""])
    #expect(
      try journal.nextText() == """
        MESSAGE=verdict HIDDEN=x LANE=1 SERIAL_NUMBER=SN-1 VERDICT=PASS
        PRIORITY=5
        SYSLOG_IDENTIFIER=scangate
        CAUSE=
        HIDDEN=x
        LANE=1
        SERIAL_NUMBER=SN-1
        VERDICT=PASS

        """)
  }

  @Test(
    "each level has the priority that it has for syslog",
    arguments: zip(Logger.Level.allCases, [7, 7, 6, 5, 4, 3, 2]))
  func priorities(level: Logger.Level, priority: Int) throws {
    let journal = try DatagramReader()
    var logger = logger(journal.address)
    logger.logLevel = .trace
    logger.log(level: level, "x")
    #expect(try journal.nextText().contains("\nPRIORITY=\(priority)\n"))
  }

  @Test("a value with a line's end adds no field: it goes with its length")
  func lineEnds() throws {
    let journal = try DatagramReader()
    logger(journal.address).error("broken", metadata: ["CAUSE": "a\nPRIORITY=0"])
    let bytes = try journal.next()
    let length: [UInt8] = [12, 0, 0, 0, 0, 0, 0, 0]
    #expect(bytes.suffix(27) == Array("CAUSE\n".utf8) + length + Array("a\nPRIORITY=0\n".utf8))
    #expect(bytes.starts(with: Array("MESSAGE\n".utf8) + [25]))
  }

  @Test("what the journal does not take becomes lines with their priority", arguments: [100, 300_000])
  func lines(length: Int) async throws {
    // Larger than a socket takes at once; or nobody is there.
    let journal = try DatagramReader()
    let address = length > 1000 ? journal.address : "/nonexistent/socket"
    var ends: [CInt] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    let reader = Task.detached {
      var (line, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65536))
      while line.last != UInt8(ascii: "\n") {
        let count = read(reading, &buffer, buffer.count)
        if count <= 0 { break }
        line += buffer[..<count]
      }
      return String(decoding: line, as: UTF8.self)
    }
    let cause = String(repeating: "x", count: length)
    logger(address, standardError: writing).warning("lost\nagain", metadata: ["CAUSE": "\(cause)"])
    #expect(await reader.value == "<4>lost again CAUSE=\(cause)\n")
    close(reading)
    close(writing)
  }

  @Test("a journal that does not read holds up nobody")
  func deaf() throws {
    let journal = try DatagramReader()
    let logger = logger(journal.address)
    for _ in 0..<5000 { logger.notice("verdict") }
    #expect(try journal.nextText().hasPrefix("MESSAGE=verdict\n"))
  }

  @Test("standard error goes to the journal where the named stream is still the one")
  func stream() throws {
    var status = stat()
    try #require(fstat(STDERR_FILENO, &status) == 0)
    let named = "\(status.st_dev):\(status.st_ino)"
    #expect(JournalStream.carries(environment: ["JOURNAL_STREAM": named]))
    #expect(!JournalStream.carries(environment: ["JOURNAL_STREAM": "\(status.st_dev):\(status.st_ino + 1)"]))
    #expect(!JournalStream.carries(environment: [:]))
  }
}
