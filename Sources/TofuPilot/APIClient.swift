package import Gating
import NIOCore
package import Scanning

/// Asks TofuPilot's API about units: one GET a look-up, over a connection kept alive, everything inside one deadline.
///
/// It ends with its last user: who waits for an answer still gets it.
package final class APIClient: Sendable {
  private let endpoint: Endpoint
  private let connection: Connection
  private let deadline: TimeAmount

  /// - Parameter executor: where the requests run: a task that prefers it is answered without a change of thread.
  package init(_ settings: ConnectionSettings, on executor: LoopExecutor = LoopExecutor()) throws(ConnectionError) {
    endpoint = try Endpoint(settings.url)
    connection = try Connection(to: endpoint, settings, on: executor)
    deadline = TimeAmount(settings.deadline)
  }

  /// The unit of that serial number, and the run of it that decides under the policy. A cancelled task makes it end as
  /// `interrupted`.
  ///
  /// - Parameter limit: how much of the deadline is left; nil: all of it.
  package nonisolated(nonsending) func lookUp(
    _ serial: SerialNumber, policy: RunPolicy, within limit: Duration? = nil
  ) async -> LookUp {
    let url =
      switch policy {
      case .creatingRun: endpoint.unit(serial)
      case .lastRun: endpoint.units(serial)
      }
    return LookUp(await ask(url, within: limit), policy: policy, endpoint: endpoint)
  }

  /// Whom the key stands for. The connection that this opens is warm for the next look-up.
  package nonisolated(nonsending) func whoami() async -> Probe {
    await introduce().probe
  }

  /// The same, with the time that the server's own clock showed, in whole seconds; nil: it did not tell.
  package nonisolated(nonsending) func introduce() async -> (probe: Probe, date: UTCTime?) {
    let exchange = await ask(endpoint.whoami)
    return (Probe(exchange, endpoint: endpoint), (try? exchange.result.get())?.date)
  }

  /// Ends what is in flight as `interrupted` and closes all connections; returns at once.
  package func shutdown() {
    connection.shutdown()
  }

  private nonisolated(nonsending) func ask(_ url: String, within limit: Duration? = nil) async -> Exchange {
    let deadline = NIODeadline.now() + (limit.map { TimeAmount($0) } ?? deadline)
    var retries = Retries()
    var attempts = 0
    while true {
      attempts += 1
      let result: Result<Answer, Failure>
      do throws(Failure) {
        result = .success(try await connection.get(url, deadline: deadline))
      } catch {
        result = .failure(error)
      }
      let remaining = Duration(deadline - .now())
      guard let pause = retries.pause(after: result, remaining: remaining, jitter: .random(in: 0...1)) else {
        return Exchange(result: result, attempts: attempts)
      }
      // A cancelled pause is cut short, and the next attempt ends as interrupted.
      try? await Task.sleep(for: pause)
    }
  }
}

/// What one question to the API came to, after its retries.
struct Exchange: Sendable {
  let result: Result<Answer, Failure>
  let attempts: Int
}
