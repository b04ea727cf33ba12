import AsyncHTTPClient
import Gating
import NIOCore
import NIOHTTP1
import NIOSSL

/// The way to the API's host: connections kept alive, HTTP/2 where the host offers it, one thread for all of them.
///
/// A GET goes out once; redirects are not followed, and a reply is read up to 1 MiB.
final class Connection: Sendable {
  private let endpoint: Endpoint
  private let headers: HTTPHeaders
  private let client: HTTPClient
  private let executor: LoopExecutor
  private let multiplexed = MultiplexedConnections()

  init(
    to endpoint: Endpoint, _ settings: ConnectionSettings, on executor: LoopExecutor
  ) throws(ConnectionError) {
    self.endpoint = endpoint
    self.executor = executor
    headers = [
      "Authorization": settings.key.authorization,
      "Accept": "application/json",
      "User-Agent": "scangate/\(settings.version)",
      "x-client-type": "scangate",
    ]
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: try Self.tls(caFile: settings.caFile),
      redirectConfiguration: .disallow,
      timeout: .init(connect: TimeAmount(settings.connectTimeout)),
      // Idle connections outlive the pause between two probes; one lane's waiting scans never queue another's.
      connectionPool: .init(idleTimeout: .seconds(75), concurrentHTTP1ConnectionsPerHostSoftLimit: 64),
      proxy: try settings.proxy.proxy(to: endpoint)
    )
    // Else a refused connection is tried over and over, and its error arrives only at the deadline.
    configuration.connectionPool.retryConnectionEstablishment = false
    // Nobody listens, and each request would be described all the same.
    configuration.tracing.tracer = nil
    configuration.http2ConnectionDebugInitializer = { [multiplexed] channel in
      multiplexed.insert(channel)
      return channel.eventLoop.makeSucceededVoidFuture()
    }
    client = HTTPClient(eventLoopGroup: executor.group, configuration: configuration)
  }

  deinit {
    shutdown()
  }

  /// Asks once; from the first byte sent to the last byte read, all is over at the deadline.
  nonisolated(nonsending) func get(_ url: String, deadline: NIODeadline) async throws(Failure) -> Answer {
    do {
      let request = try HTTPClient.Request(url: url, headers: headers)
      // The async API's deadline ends with the head of a reply: a body that drips would hold it for ever.
      let task = client.execute(
        request: request, delegate: ResponseAccumulator(request: request, maxBodySize: 1 << 20), deadline: deadline)
      let response = try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
          task.futureResult.whenComplete { continuation.resume(with: $0) }
        }
      } onCancel: {
        task.cancel()
      }
      return Answer(response)
    } catch {
      // A cancelled request can end in the words of an earlier trouble.
      let failure = Task.isCancelled ? .interrupted : Failure(error, from: endpoint, deadline: deadline)
      if failure.code == .timeout { await multiplexed.closeAll() }
      throw failure
    }
  }

  /// Ends what is in flight as interrupted, and closes all connections without making anybody wait for it.
  func shutdown() {
    // Its connections close on the thread, which must not end before.
    client.shutdown { [executor] _ in withExtendedLifetime(executor) {} }
  }

  static func tls(caFile: String?) throws(ConnectionError) -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    guard let caFile else { return configuration }
    do {
      configuration.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(caFile))]
    } catch {
      throw .caFile(caFile, problem: "cannot be read")
    }
    return configuration
  }
}
