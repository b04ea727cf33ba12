internal import Glibc
package import Logging

/// Writes to systemd's journal, each entry with its priority and its facts as fields. It never waits: what a journal that
/// is behind does not take is lost.
package struct JournaldLogHandler: LogHandler {
  package static let socket = "/run/systemd/journal/socket"

  package var logLevel = Logger.Level.info
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?

  private let identifier: String
  private let socket: DatagramSocket?
  private let standardError: Int32

  /// - Parameters:
  ///   - identifier: the program's name, `SYSLOG_IDENTIFIER`.
  ///   - socket: where the journal listens.
  ///   - standardError: where lines go that nobody takes there.
  package init(identifier: String, socket: String = Self.socket, standardError: Int32 = STDERR_FILENO) {
    self.identifier = identifier
    self.socket = DatagramSocket(to: socket)
    self.standardError = standardError
  }

  package func log(event: LogEvent) {
    var facts = metadata
    if let provided = metadataProvider?.get() { facts.merge(provided) { $1 } }
    if let own = event.metadata { facts.merge(own) { $1 } }
    let entry = JournalEntry(event, identifier: identifier, metadata: facts)
    if socket?.send(entry.datagram) ?? .refused == .refused { write(entry.line) }
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// The way without fields, where the journal cuts what is too long for one entry into several.
  private func write(_ line: String) {
    var poller = pollfd(fd: standardError, events: Int16(POLLOUT), revents: 0)
    guard poll(&poller, 1, 0) == 1 else { return }
    let bytes = Array(line.utf8)
    _ = Glibc.write(standardError, bytes, bytes.count)
  }
}
