import NIOCore
import NIOPosix
import Synchronization

/// A server on loopback that answers each request with the steps of a script, and remembers what it was asked.
final class ScriptedServer: Sendable {
  /// One request, head only, as its bytes came in.
  struct Request: Sendable {
    /// Which connection of this server, and which request on it, both from 0.
    let connection: Int
    let place: Int
    let head: String

    var line: String { String(head.prefix { $0 != "\r\n" }) }
    var path: String { line.split(separator: " ").dropFirst().first.map(String.init) ?? "" }

    func header(_ name: String) -> String? {
      let prefix = "\(name.lowercased()): "
      let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(prefix) }
      return line.map { String($0.dropFirst(prefix.count)) }
    }
  }

  /// What the server does about a request; after the last step it waits for the next one.
  enum Step: Sendable {
    case send(String)
    /// These characters one by one, 20 ms apart, for as long as the client listens.
    case drip(String)
    /// That many bytes of spaces.
    case flood(Int)
    /// From here on the connection is TLS, as behind a proxy's CONNECT.
    case startTLS
    case close
    /// Closes with RST instead of FIN.
    case reset
  }

  typealias Script = @Sendable (Request) -> [Step]

  let port: Int
  private let channel: any Channel
  private let record: Record

  /// What has been seen so far.
  final class Record: Sendable {
    let requests = Mutex<[Request]>([])
    let connections = Atomic<Int>(0)
    let flooded = Atomic<Int>(0)
  }

  var requests: [Request] { record.requests.withLock(\.self) }
  var connections: Int { record.connections.load(ordering: .relaxed) }
  /// Bytes that `flood` has got rid of.
  var flooded: Int { record.flooded.load(ordering: .relaxed) }

  /// Listens while `body` runs.
  static func run<Value>(
    tls: ServerTLS? = nil, _ script: @escaping Script, body: (ScriptedServer) async throws -> Value
  ) async throws -> Value {
    let server = try await ScriptedServer(tls: tls, script)
    do {
      let value = try await body(server)
      try await server.channel.close()
      return value
    } catch {
      try await server.channel.close()
      throw error
    }
  }

  private init(tls: ServerTLS?, _ script: @escaping Script) async throws {
    let record = Record()
    self.record = record
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        let connection = record.connections.add(1, ordering: .relaxed).oldValue
        return channel.eventLoop.makeCompletedFuture {
          if let tls, !tls.onDemand { try channel.pipeline.syncOperations.addHandler(tls.handler()) }
          try channel.pipeline.syncOperations.addHandler(
            ScriptHandler(connection: connection, tls: tls, record: record, script: script))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    guard let port = channel.localAddress?.port else { throw ChannelError.unknownLocalAddress }
    self.port = port
  }
}
