import Glibc
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// A server that stands in for TofuPilot's v2 API over HTTP, with units from a file.
///
/// It answers `GET` of a unit, of a list of units and of `whoami`, demands the key, and marks every reply with
/// `X-Scangate-Stand-In: 1`.
package struct StandIn: Sendable {
  private let units: Units
  private let key: String
  private let faults: Faults

  package init(units: Units, key: String = "demo", faults: Faults = Faults()) {
    self.units = units
    self.key = key
    self.faults = faults
  }

  /// The ports that `run` takes.
  package static let ports = 0...65535

  /// Listens until the task is cancelled or its service group shuts down, and returns then; port 0 takes a free one.
  ///
  /// `onServerRunning` is told the real port; the first request is answered once it has returned.
  package func run(
    host: String = "127.0.0.1",
    port: Int,
    onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
  ) async throws {
    guard Self.ports.contains(port) else { throw StandInError.noPort(port) }
    guard Faults.delays.contains(faults.delay) else { throw StandInError.delayOutOfRange(faults.delay) }
    // What matters is thrown; the server would log each connection that a stop cuts off as an error.
    let logger = Logger(label: "stand-in") { _ in SwiftLogNoOpLogHandler() }
    let application = Application(
      responder: Responder(units: units, key: key, faults: faults),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { await onServerRunning($0.localAddress?.port ?? port) },
      logger: logger
    )
    var configuration = ServiceGroupConfiguration(services: [application], logger: logger)
    configuration.maximumGracefulShutdownDuration = Self.grace
    let server = ServiceGroup(configuration: configuration)
    do {
      // A task of its own: a server that is cancelled while it listens traps on a connection it has just accepted.
      try await withTaskCancellationOrGracefulShutdownHandler {
        try await Task { try await server.run() }.value
      } onCancelOrGracefulShutdown: {
        Task { await server.triggerGracefulShutdown() }
      }
    } catch is CancellationError {
      return
    } catch let error as IOError {
      throw StandInError.cannotListen(host: host, port: port, reason: String(cString: strerror(error.errnoCode)))
    }
  }

  /// How long a stop waits for answers in flight; one that drips or is delayed is cut off.
  private static let grace = Duration.milliseconds(100)
}
