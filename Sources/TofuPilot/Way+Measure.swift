import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS

extension Way {
  /// Goes it on a connection of its own, each step within `limit` at most; asks nothing of the API.
  ///
  /// - Parameters: as in `ConnectionSettings`.
  package static func measured(
    to url: String, caFile: String? = nil, proxy: ProxySettings = ProxySettings(environment: [:]),
    limit: Duration = .seconds(2)
  ) async throws(ConnectionError) -> Way {
    let api = try Endpoint(url)
    let proxy = try proxy.proxy(to: api)
    let endpoint =
      try proxy.map { proxy throws(ConnectionError) in try Endpoint("http://\(proxy.host):\(proxy.port)") } ?? api
    let tls = endpoint.usesTLS ? try Connection.tls(caFile: caFile) : nil
    var way = Way(host: endpoint.host, port: endpoint.port, isProxied: proxy != nil)
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    // The threads begin with their first use, which is no part of the way.
    try? await NIOThreadPool.singleton.runIfActive(eventLoop: loop) {}.get()
    guard let address = await way.go(.dns, endpoint, { [way] in try await way.address(loop, limit) }) else {
      return way
    }
    let bootstrap = ClientBootstrap(group: loop).connectTimeout(TimeAmount(limit))
    guard let channel = await way.go(.tcp, endpoint, { try await bootstrap.connect(to: address).get() }) else {
      return way
    }
    if let tls {
      await way.go(.tls, endpoint) { [way] in try await way.shakeHands(on: channel, tls, limit) }
    }
    channel.close(promise: nil)
    return way
  }

  /// Goes one step; nil: something stands in it.
  @discardableResult
  private mutating func go<Found>(
    _ step: Step, _ endpoint: Endpoint, _ body: () async throws -> Found
  ) async -> Found? {
    let start = ContinuousClock.now
    do {
      let found = try await body()
      stages.append(Stage(step, took: .now - start))
      return found
    } catch {
      stages.append(Stage(step, took: .now - start, obstacle: obstacle(error, endpoint)))
      return nil
    }
  }

  private func obstacle(_ error: any Error, _ endpoint: Endpoint) -> String {
    switch error {
    case let error as SocketAddressError.UnknownHost:
      "\(host) has no address: \(error.errorDescription)"
    case ChannelError.connectTimeout, is Overdue: "\(host):\(port) does not answer in time"
    case ChannelError.eof: "\(host):\(port) closed the connection"
    default: Failure(error, from: endpoint, deadline: .distantFuture).detail
    }
  }

  /// Asks as any program of this machine does.
  private func address(_ loop: any EventLoop, _ limit: Duration) async throws -> SocketAddress {
    let found = loop.makePromise(of: SocketAddress.self)
    // Without an answer its thread goes on for longer: nobody waits for that.
    NIOThreadPool.singleton.submit { [host, port] _ in
      found.completeWith(Result { try .makeAddressResolvingHost(host, port: port) })
    }
    return try await found.futureResult.within(limit)
  }

  private func shakeHands(
    on channel: any Channel, _ configuration: TLSConfiguration, _ limit: Duration
  ) async throws {
    let done = channel.eventLoop.makePromise(of: Void.self)
    // An address is no name to ask for.
    let isAddress = (try? SocketAddress(ipAddress: host, port: port)) != nil
    let tls = try NIOSSLContext(configuration: configuration)
    try await channel.eventLoop.submit { [host] in
      try channel.pipeline.syncOperations.addHandlers(
        NIOSSLClientHandler(context: tls, serverHostname: isAddress ? nil : host), Handshake(done))
    }.get()
    try await done.futureResult.within(limit)
  }
}

/// What was waited for has not come.
private struct Overdue: Error {}

extension EventLoopFuture where Value: Sendable {
  fileprivate func within(_ limit: Duration) async throws -> Value {
    let promise = eventLoop.makePromise(of: Value.self)
    let end = eventLoop.scheduleTask(in: TimeAmount(limit)) { promise.fail(Overdue()) }
    whenComplete { result in
      end.cancel()
      promise.completeWith(result)
    }
    return try await promise.futureResult.get()
  }
}

/// Waits at the end of a pipeline for what becomes of the handshake.
private final class Handshake: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let done: EventLoopPromise<Void>

  init(_ done: EventLoopPromise<Void>) {
    self.done = done
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case TLSUserEvent.handshakeCompleted = event { done.succeed() }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    done.fail(error)
  }

  func channelInactive(context: ChannelHandlerContext) {
    done.fail(ChannelError.eof)
  }
}
