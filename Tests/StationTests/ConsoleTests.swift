import Glibc
import Synchronization
import Testing

@testable import Station

@Suite("Standard output", .timeLimit(.minutes(1)))
struct ConsoleTests {
  private static let line = String(repeating: "x", count: 99)

  /// A pipe whose reader reads when the test says so.
  private struct Pipe {
    let reader: Int32
    let writer: Int32

    init(nonBlocking: Bool = false) throws {
      signal(SIGPIPE, SIG_IGN)
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      (reader, writer) = (ends[0], ends[1])
      if nonBlocking { _ = fcntl(writer, F_SETFL, O_NONBLOCK) }
    }

    /// Reads so many bytes, however long that takes.
    func read(_ count: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 65536)
      while bytes.count < count {
        let got = Glibc.read(reader, &chunk, min(chunk.count, count - bytes.count))
        guard got > 0 else { break }
        bytes += chunk[..<got]
      }
      return bytes
    }
  }

  @Test("takes a line at once")
  func atOnce() throws {
    let pipe = try Pipe()
    Console(descriptor: pipe.writer).write(line: "PASS")
    #expect(String(decoding: pipe.read(5), as: UTF8.self) == "PASS\n")
  }

  @Test("keeps every line for a reader that is behind, blocking or not", arguments: [false, true])
  func behind(nonBlocking: Bool) throws {
    let pipe = try Pipe(nonBlocking: nonBlocking)
    let console = Console(descriptor: pipe.writer)
    let count = 5000  // far more than a pipe holds
    for _ in 0..<count { console.write(line: Self.line) }
    let lines = pipe.read(count * 100).split(separator: 10)
    #expect(lines.count == count)
    #expect(lines.allSatisfy { $0.count == 99 })
    #expect(!console.isClosed)
  }

  @Test("ends in time though nobody reads")
  func stuck() throws {
    let pipe = try Pipe()
    let console = Console(descriptor: pipe.writer)
    for _ in 0..<5000 { console.write(line: Self.line) }
    console.flush(within: .milliseconds(50))
    #expect(!console.isClosed)
    close(pipe.reader)
  }

  @Test("says once that nobody can read any more")
  func closed() throws {
    let pipe = try Pipe()
    let closings = Mutex(0)
    let console = Console(descriptor: pipe.writer, onClose: { closings.withLock { $0 += 1 } })
    close(pipe.reader)
    console.write(line: "PASS")
    console.write(line: "PASS")
    #expect(console.isClosed)
    #expect(closings.withLock { $0 } == 1)
  }
}
