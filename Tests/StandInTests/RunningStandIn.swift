import FoundationEssentials
import NIOCore
import NIOPosix
import StandIn

/// The shipped units file.
let demoUnitsPath = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "config/demo-units.json").path

/// A stand-in on a loopback port, listening while `use` runs.
struct RunningStandIn {
  let port: Int

  /// Starts a stand-in with the shipped units on a free port and stops it when `use` is done.
  static func use(
    key: String = "demo",
    faults: Faults = Faults(),
    _ use: @escaping @Sendable (RunningStandIn) async throws -> Void
  ) async throws {
    let standIn = StandIn(units: try Units(file: demoUnitsPath), key: key, faults: faults)
    let (ports, running) = AsyncStream<Int>.makeStream()
    try await withThrowingTaskGroup { group in
      group.addTask {
        defer { running.finish() }
        try await standIn.run(port: 0) { running.yield($0) }
      }
      for await port in ports {
        try await use(RunningStandIn(port: port))
        return group.cancelAll()
      }
      try await group.waitForAll()
      throw NeverListened()
    }
  }

  /// Sends a `GET` as it is written and reads the one reply.
  func get(_ target: String, key: String? = "demo", method: String = "GET") async throws -> Reply {
    let authorization = key.map { "Authorization: Bearer \($0)\r\n" } ?? ""
    let text = try await exchange(
      "\(method) /api/v2\(target) HTTP/1.1\r\nHost: stand-in\r\n\(authorization)Connection: close\r\n\r\n")
    return try Reply(text)
  }

  /// Sends a text and reads until the server closes or `limit` bytes are there.
  func exchange(
    _ request: String,
    upTo limit: Int = .max,
    onFirstBytes: @Sendable () -> Void = {}
  ) async throws -> String {
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(ByteBuffer(string: request))
      var received = ByteBuffer()
      for try await buffer in inbound {
        if received.readableBytes == 0 { onFirstBytes() }
        received.writeImmutableBuffer(buffer)
        if received.readableBytes >= limit { break }
      }
      return String(buffer: received)
    }
  }
}

struct NeverListened: Error {}

/// A reply as it came over the line.
struct Reply {
  let status: Int
  /// By lower-case name.
  let headers: [String: String]
  let body: String

  init(_ text: String) throws {
    guard let end = text.firstRange(of: "\r\n\r\n") else { throw NoReply(text: text) }
    let lines = text[..<end.lowerBound].split(separator: "\r\n")
    let fields = lines.dropFirst().compactMap { line -> (String, String)? in
      let sides = line.split(separator: ": ", maxSplits: 1)
      return sides.count == 2 ? (sides[0].lowercased(), String(sides[1])) : nil
    }
    status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    headers = Dictionary(fields) { $0 + "," + $1 }
    body = String(text[end.upperBound...])
  }

  var json: JSONValue {
    get throws { try JSONDecoder().decode(JSONValue.self, from: Data(body.utf8)) }
  }

  /// The serial numbers of a list's page.
  var serialNumbers: [String] {
    get throws { try json[path: ["data"]]?.elements.compactMap { $0[path: ["serial_number"]]?.string } ?? [] }
  }
}

struct NoReply: Error {
  let text: String
}
