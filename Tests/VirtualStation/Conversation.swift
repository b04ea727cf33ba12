import Foundation
import Synchronization
import SystemPackage

/// A talk in lines over one connection.
final class Conversation: Sendable {
  private struct State {
    /// What has come and is not taken yet.
    var bytes: [UInt8] = []
    /// The latest lines, for the error that says what came instead of what was awaited.
    var heard: [String] = []
    var isOver = false
    /// Who waits for more.
    var waiter: CheckedContinuation<Void, Never>?

    var hasLine: Bool { bytes.contains(UInt8(ascii: "\n")) }

    mutating func takeLine() -> String? {
      guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let line = String(decoding: bytes[..<end], as: UTF8.self)
      bytes.removeSubrange(...end)
      heard = heard.suffix(9) + [String(line.prefix(300))]
      return line
    }

    mutating func wake() {
      waiter.take()?.resume()
    }
  }

  private let connection: FileDescriptor
  private let state = Mutex(State())

  /// Takes over the connection, which has a reading thread of its own.
  init(_ connection: FileDescriptor) {
    self.connection = connection
    Thread.detachNewThread { self.read() }
  }

  deinit {
    try? connection.close()
  }

  func say(_ line: String) throws {
    try connection.writeAll("\(line)\n".utf8)
  }

  /// The next line that is wanted; those before it are passed over.
  func line(_ isWanted: @Sendable (String) throws -> Bool) async throws -> String {
    while true {
      let line = try await line()
      if try isWanted(line) { return line }
    }
  }

  /// The next line, without its end.
  func line() async throws -> String {
    while true {
      if let line = state.withLock({ $0.takeLine() }) { return line }
      await more()
      try state.withLock { state in
        if !state.hasLine, state.isOver || Task.isCancelled { throw NeverSaid(heard: state.heard) }
      }
    }
  }

  /// What has come and nobody has taken.
  var unread: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

  /// Waits for more, for the end, or until the test is out of time.
  private func more() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        state.withLock { state in
          state.waiter = waiter
          if state.hasLine || state.isOver || Task.isCancelled { state.wake() }
        }
      }
    } onCancel: {
      state.withLock { $0.wake() }
    }
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while let count = try? buffer.withUnsafeMutableBytes({ try connection.read(into: $0) }), count > 0 {
      state.withLock { state in
        state.bytes += buffer[..<count]
        state.wake()
      }
    }
    state.withLock { state in
      state.isOver = true
      state.wake()
    }
  }
}

/// The other side came to its end, or the test to its time limit, before it said what was awaited.
struct NeverSaid: Error, CustomStringConvertible {
  let heard: [String]

  var description: String { "never said what was awaited; the latest lines:\n" + heard.joined(separator: "\n") }
}
