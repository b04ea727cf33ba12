import Glibc
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
package import Settings

/// Answers a monitoring system over HTTP: `/metrics` for Prometheus, `/health` with 200, or 503 and why units wait.
///
/// Between requests nothing of it runs. An address that cannot be had is told, and tried again by itself.
package struct HealthServer: Service {
  private static let pauses = (first: Duration.seconds(1), longest: Duration.seconds(30))
  /// How long a stop waits for answers in flight.
  private static let grace = Duration.milliseconds(100)
  private static let connections = 16
  private static let idleTimeout = TimeAmount.seconds(60)

  private let address: Authority
  private let metrics: Metrics
  private let report: @Sendable (String?) -> Void

  /// - Parameter report: is told why it cannot listen, once for each cause, and nil when it listens after that.
  package init(at address: Authority, metrics: Metrics, report: @escaping @Sendable (String?) -> Void) {
    self.address = address
    self.metrics = metrics
    self.report = report
  }

  /// Runs until the service group shuts down or the task is cancelled.
  package func run() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    await cancelWhenGracefulShutdown {
      var pause = Self.pauses.first
      var told: String?
      while !Task.isCancelled {
        do {
          try await serve(on: group) { [told] in if told != nil { report(nil) } }
        } catch {
          let trouble = "\(address): \(error.reason). Free it, or name another address in health:"
          if trouble != told { report(trouble) }
          told = trouble
        }
        try? await Task.sleep(for: pause)
        pause = min(pause * 2, Self.pauses.longest)
      }
    }
    try? await group.shutdownGracefully()
  }

  private func serve(on group: MultiThreadedEventLoopGroup, listening: @escaping @Sendable () -> Void) async throws {
    let logger = Logger(label: "health") { _ in SwiftLogNoOpLogHandler() }
    // Not a whole `Application`: that wakes up each second to know the date.
    let server = try HTTPServerBuilder.http1(configuration: .init(idleTimeout: Self.idleTimeout)).buildServer(
      configuration: ServerConfiguration(
        address: .hostname(address.host, port: Int(address.port ?? 0)),
        availableConnectionsDelegate: .maximum(Self.connections, logger: logger)),
      eventLoopGroup: group, logger: logger,
      responder: { [metrics] request, writer, _ in
        let answer = HealthAnswer(to: request.head, metrics)
        try await writer.write(response: answer.head, body: ResponseBody(byteBuffer: ByteBuffer(string: answer.body)))
      }, onServerRunning: { _ in listening() })
    var configuration = ServiceGroupConfiguration(services: [server], logger: logger)
    configuration.maximumGracefulShutdownDuration = Self.grace
    let service = ServiceGroup(configuration: configuration)
    // A task of its own: a server that is cancelled while it listens traps on a connection it has just accepted.
    try await withTaskCancellationHandler {
      try await Task { try await service.run() }.value
    } onCancel: {
      Task { await service.triggerGracefulShutdown() }
    }
  }
}

extension Error {
  /// In the system's words where it has some.
  fileprivate var reason: String {
    (self as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(self)"
  }
}
