package import Scanning

/// A scanner in CDC mode: terminated lines from a serial port of its own become scans.
package final class SerialScanner: Scanner {
  private let port: SerialPort
  private var terminator: Terminator
  private var lines: LineAssembler

  /// Opens the port and raises DTR: some firmware is mute until somebody does.
  package init(opening devnode: String, as assignment: Assignment) throws(DeviceError) {
    port = try SerialPort(opening: devnode, settings: SerialSettings(lines: ModemLines(dtr: true)))
    terminator = assignment.terminator
    lines = LineAssembler(terminator: terminator)
  }

  package var number: CInt { port.number }
  package var deadline: EventTime? { lines.deadline }

  package func adopt(_ assignment: Assignment) -> Bool {
    terminator = assignment.terminator
    return true
  }

  package func take() throws(DeviceError) -> Bool {
    try port.discardInput()
    lines = LineAssembler(terminator: terminator, takenAt: .now(), pauseLimit: ScanAssembler.pauseLimit)
    return true
  }

  package func read(_ tell: (ScannerEvent) -> Void) throws(DeviceError) {
    try port.read { lines.receive($0, at: .now(), into: tell) }
  }

  package func expire(at time: EventTime, _ tell: (ScannerEvent) -> Void) {
    if let event = lines.expire(at: time) { tell(event) }
  }

  package func end(at time: EventTime, _ tell: (ScannerEvent) -> Void) {
    if let event = lines.end(at: time) { tell(event) }
  }
}
