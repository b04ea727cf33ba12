import Foundation
import SystemPackage

/// What comes out of a descriptor, read to its end as it comes, and kept.
actor Transcript {
  private var bytes: [UInt8] = []
  /// Where the next look begins.
  private var position = 0
  private let chunks: AsyncStream<[UInt8]>

  /// Takes over the descriptor. It has a thread of its own: a source of Dispatch can crash when its writer goes away.
  init(of descriptor: FileDescriptor) {
    let (chunks, post) = AsyncStream.makeStream(of: [UInt8].self)
    self.chunks = chunks
    Thread.detachNewThread {
      var buffer = [UInt8](repeating: 0, count: 65536)
      // A terminal whose other end is closed has no end, but an error.
      while let count = try? buffer.withUnsafeMutableBytes({ try descriptor.read(into: $0) }), count > 0 {
        post.yield(Array(buffer[..<count]))
      }
      try? descriptor.close()
      post.finish()
    }
  }

  /// The next line that is wanted; those before it are passed over.
  func line(_ isWanted: @Sendable (String) -> Bool) async throws -> String {
    while true {
      let line = try await text(to: "\n")
      if isWanted(line) { return line }
    }
  }

  /// What comes before this text, which is passed over.
  @discardableResult
  func text(to end: String) async throws -> String {
    while true {
      if let found = bytes[position...].firstRange(of: end.utf8) {
        defer { position = found.upperBound }
        return String(decoding: bytes[position..<found.lowerBound], as: UTF8.self)
      }
      guard await readMore() else { throw NeverSaid(awaited: end, said: await whole) }
    }
  }

  /// All of it, from its beginning to its end.
  var whole: String {
    get async {
      while await readMore() {}
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private func readMore() async -> Bool {
    for await chunk in chunks {
      bytes += chunk
      return true
    }
    return false
  }
}

/// A program came to its end, or the test to its time limit, before it said what was awaited.
struct NeverSaid: Error {
  let awaited: String
  let said: String
}
