import NIOCore
import NIOPosix
import NIOSSL
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

/// A server's side of TLS, with the certificate of that name in `Certificates`.
struct ServerTLS: Sendable {
  let context: NIOSSLContext
  /// Only once a script says `startTLS`.
  let onDemand: Bool

  init(certificate name: String = "server", protocols: [String] = ["http/1.1"], onDemand: Bool = false) throws {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(TestFile.path("Certificates/\(name).pem")).map {
        .certificate($0)
      },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: TestFile.path("Certificates/\(name)-key.pem"), format: .pem)))
    configuration.applicationProtocols = protocols
    context = try NIOSSLContext(configuration: configuration)
    self.onDemand = onDemand
  }

  func handler() -> NIOSSLServerHandler { NIOSSLServerHandler(context: context) }
}

/// One connection of a scripted server.
private final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let connection: Int
  private let tls: ServerTLS?
  private let record: ScriptedServer.Record
  private let script: ScriptedServer.Script
  private var head = ""
  private var place = 0

  init(connection: Int, tls: ServerTLS?, record: ScriptedServer.Record, script: @escaping ScriptedServer.Script) {
    self.connection = connection
    self.tls = tls
    self.record = record
    self.script = script
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    head += String(buffer: unwrapInboundIn(data))
    guard head.hasSuffix("\r\n\r\n") else { return }
    let request = ScriptedServer.Request(connection: connection, place: place, head: head)
    head = ""
    place += 1
    record.requests.withLock { $0.append(request) }
    for step in script(request) { take(step, context) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func take(_ step: ScriptedServer.Step, _ context: ChannelHandlerContext) {
    switch step {
    case .send(let text):
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    case .drip(let text):
      drip(text[...], context.channel)
    case .flood(let count):
      flood(count, context.channel)
    case .startTLS:
      guard let handler = tls?.handler() else { return }
      try? context.pipeline.syncOperations.addHandler(handler, position: .first)
    case .close:
      context.close(promise: nil)
    case .reset:
      (context.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
        .whenComplete { _ in }
      context.close(promise: nil)
    }
  }

  private func drip(_ text: Substring, _ channel: any Channel) {
    guard let first = text.first, channel.isActive else { return }
    channel.writeAndFlush(ByteBuffer(string: String(first)), promise: nil)
    let rest = text.dropFirst()
    channel.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(20)) { self.drip(rest, channel) }
  }

  private func flood(_ count: Int, _ channel: any Channel) {
    guard count > 0 else { return }
    let chunk = ByteBuffer(repeating: 0x20, count: min(count, 1 << 16))
    channel.writeAndFlush(chunk).assumeIsolated().whenSuccess {
      self.record.flooded.add(chunk.readableBytes, ordering: .relaxed)
      self.flood(count - chunk.readableBytes, channel)
    }
  }
}
