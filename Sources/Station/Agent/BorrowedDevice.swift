import Devices
import Glibc
import Scanning

/// A device that the running agent has let go of, until it is given back or the program ends.
package final class BorrowedDevice: Sendable {
  /// Longer than the agent needs to close a light that does not answer.
  private static let patience = Duration.seconds(10)

  private let connection: AgentConnection

  /// Asks the agent and waits until the device is free; nil: no agent runs, so that it is free already.
  package init?(_ request: LoanRequest, at path: String) throws(AgentSocketError) {
    do throws(AgentSocketError) {
      connection = try AgentConnection(to: path, asking: .borrow(request))
    } catch {
      if error.isNobodyThere { return nil }
      throw error
    }
    let deadline = EventTime.now() + Self.patience
    var received: [UInt8] = []
    while !received.contains(0x0A) {
      var polled = pollfd(fd: connection.number, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, pollTimeout(until: deadline, from: .now())) != 0 else { throw .silent(path: path) }
      // It has ended in the meantime.
      guard let bytes = connection.read() else { return nil }
      received += bytes
    }
    switch AgentAnswer(line: received.prefix { $0 != 0x0A }) {
    case .lent: break
    case .refused(let reason): throw .refused(reason)
    case .watching, nil: throw .silent(path: path)
    }
  }

  /// From now on it is the agent's again.
  package func giveBack() {
    connection.end()
  }
}
