import Foundation
import Synchronization
import SystemPackage

/// A talk over one connection, in lines as a rule.
final class Conversation: Sendable {
  private struct State {
    /// What has come and is not taken yet.
    var bytes: [UInt8] = []
    /// The latest lines, for the error that says what came instead of what was awaited.
    var heard: [String] = []
    var isOver = false
    /// Who waits for more.
    var waiter: CheckedContinuation<Void, Never>?

    /// What has come before the mark, which is taken too.
    mutating func take(before mark: [UInt8]) -> [UInt8]? {
      guard let end = bytes.firstRange(of: mark) else { return nil }
      defer { bytes.removeSubrange(..<end.upperBound) }
      return Array(bytes[..<end.lowerBound])
    }

    mutating func takeLine() -> String? {
      guard let line = take(before: Array("\n".utf8)).map({ String(decoding: $0, as: UTF8.self) }) else { return nil }
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
    try await next { $0.takeLine() }
  }

  /// The bytes before this mark, where it is no talk in lines; the mark is taken too.
  func bytes(before mark: [UInt8]) async throws -> [UInt8] {
    try await next { $0.take(before: mark) }
  }

  /// What has come and nobody has taken.
  var unread: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

  private func next<Part: Sendable>(_ take: @Sendable (inout State) -> Part?) async throws -> Part {
    while true {
      let (part, count) = try state.withLock { state in
        let part = take(&state)
        if part == nil, state.isOver || Task.isCancelled {
          throw NeverSaid(heard: state.heard, rest: state.bytes.suffix(100))
        }
        return (part, state.bytes.count)
      }
      if let part { return part }
      await more(than: count)
    }
  }

  /// Waits for more, for the end, or until the test is out of time.
  private func more(than count: Int) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        state.withLock { state in
          state.waiter = waiter
          if state.bytes.count > count || state.isOver || Task.isCancelled { state.wake() }
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
  let rest: [UInt8]

  var description: String {
    "never said what was awaited; the latest lines:\n\(heard.joined(separator: "\n"))\nand these bytes: \(rest)"
  }
}
