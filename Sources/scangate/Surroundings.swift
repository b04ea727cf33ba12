import Glibc
import Logging
import ServiceLifecycle
import ServiceManager
import Settings
import Station

/// What an agent deals with besides its lanes: the service manager that started it, its journal, and who asks for its
/// health.
struct Surroundings {
  /// What the service manager is told; nil: there is none.
  let report: ServiceReport?
  let heartbeat: Heartbeat?
  /// Where events go in place of standard output; nil: to standard output.
  let logger: Logger?
  /// Those that answer for its health.
  let services: [any Service]
  /// The numbers that they tell; nil: nobody can ask.
  let metrics: Metrics?

  /// - Parameter format: as it was asked for; nil: the journal where there is one.
  init(_ configuration: Configuration, format: Format?, environment: [String: String]) {
    let notifier = Notifier(environment: environment)
    report = notifier.map(ServiceReport.init)
    heartbeat = notifier.flatMap { notifier in
      WatchdogInterval.demanded(environment: environment).map { interval in
        Heartbeat(watchdog: interval) { notifier.tell([.watchdog]) }
      }
    }
    let isLogged = format == nil && JournalStream.carries(environment: environment)
    logger = isLogged ? Logger(label: "scangate") { JournaldLogHandler(identifier: $0) } : nil
    metrics = configuration.health.map { _ in Metrics(version: version) }
    services =
      if let address = configuration.health, let metrics {
        [HealthServer(at: address, metrics: metrics, report: Self.complaint(to: logger, format ?? .standard))]
      } else {
        []
      }
  }

  /// Those that are told all that the station tells.
  var outputs: [any Output] {
    let all: [(any Output)?] = [report, metrics, logger.map(LogOutput.init)]
    return all.compactMap(\.self)
  }

  /// Where it is told whether anybody can ask for the state of health; the operator's screen is not written over.
  private static func complaint(to logger: Logger?, _ format: Format) -> @Sendable (String?) -> Void {
    if let logger {
      return { cause in
        guard let cause else { return logger.notice("health is served") }
        logger.warning("health is not served", metadata: ["CAUSE": "\(cause)"])
      }
    }
    if format == .big && Terminal.isScreen(STDOUT_FILENO) { return { _ in } }
    return { standardError($0.map { "health is not served: \($0)" } ?? "health is served") }
  }
}
