import Glibc
import Logging
import ServiceLifecycle
import ServiceManager
import Settings
import Station

/// What a station in this process deals with besides its lanes and standard output. An agent has a journal, a socket, the
/// service manager that started it, and those who ask for its health; a demonstration has none of them.
struct Surroundings {
  /// Has the journal keep what is decided; nil: nothing is recorded.
  var recorder: Recorder?
  /// Where it is watched, and lends its devices; nil: nowhere.
  var socket: AgentSocket?
  /// What the service manager is told; nil: there is none.
  var report: ServiceReport?
  var heartbeat: Heartbeat?
  /// Where events go in place of standard output; nil: to standard output.
  var logger: Logger?
  /// Those that answer for its health.
  var services: [any Service] = []
  /// Those that are told all that the station tells.
  var listeners: [any Output] = []
}

extension Surroundings {
  /// Those of an agent.
  ///
  /// - Parameter format: as it was asked for; nil: the log of the service manager where there is one.
  init(
    _ configuration: Configuration, format: Format?, environment: [String: String], recorder: Recorder,
    socket: AgentSocket?
  ) {
    self.init(recorder: recorder, socket: socket)
    if let notifier = Notifier(environment: environment) {
      let report = ServiceReport(notifier)
      self.report = report
      listeners.append(report)
      heartbeat = WatchdogInterval.demanded(environment: environment).map { interval in
        Heartbeat(watchdog: interval) { notifier.tell([.watchdog]) }
      }
    }
    if format == nil && JournalStream.carries(environment: environment) {
      let logger = Logger(label: "scangate") { JournaldLogHandler(identifier: $0) }
      self.logger = logger
      listeners.append(LogOutput(logger))
    }
    if let address = configuration.health {
      let metrics = Metrics(version: version)
      listeners.append(metrics)
      services = [HealthServer(at: address, metrics: metrics, report: Self.complaint(to: logger, format ?? .standard))]
    }
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
