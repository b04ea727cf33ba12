/// The way to tell the service manager how the service does: the protocol of `sd_notify(3)`.
package final class Notifier: Sendable {
  /// One thing to tell.
  package enum Notice: Hashable, Sendable {
    /// The service does its work, or does it again after `reloading`.
    case ready
    /// It loads its configuration anew.
    case reloading
    case stopping
    /// How it stands, in one line for people.
    case status(String)
    /// It is alive.
    case watchdog
  }

  package static let variable = "NOTIFY_SOCKET"
  /// A service manager that does not read for so long is not waited for.
  private static let patience = Duration.milliseconds(100)

  private let socket: DatagramSocket

  /// - Returns: nil where no service manager listens: without `NOTIFY_SOCKET`, or with one that is no address.
  package init?(environment: [String: String]) {
    guard let address = environment[Self.variable],
      let socket = DatagramSocket(to: address, patience: Self.patience)
    else { return nil }
    self.socket = socket
  }

  /// Tells all of it at once.
  package func tell(_ notices: [Notice]) {
    socket.send(Array(notices.map(\.assignment).joined(separator: "\n").utf8))
  }
}

extension Notifier.Notice {
  fileprivate var assignment: String {
    switch self {
    case .ready: "READY=1"
    case .reloading: "RELOADING=1"
    case .stopping: "STOPPING=1"
    case .watchdog: "WATCHDOG=1"
    // A line's end would begin another assignment.
    case .status(let text): "STATUS=\(String(text.map { $0.isNewline ? " " : $0 }))"
    }
  }
}
