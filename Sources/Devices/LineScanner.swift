package import Scanning

/// Scans that come as terminated lines: standard input, be it a pipe, a file or a terminal.
package final class LineScanner: Scanner {
  private let descriptor: Descriptor
  private let subject: String
  private var assembler: LineAssembler

  /// Takes over an open descriptor; `subject` names it in errors.
  package init(reading descriptor: consuming Descriptor, subject: String, terminator: Terminator) {
    self.descriptor = descriptor
    self.subject = subject
    assembler = LineAssembler(terminator: terminator)
  }

  package var number: CInt { descriptor.number }
  package var deadline: EventTime? { assembler.deadline }

  package func adopt(_: Assignment) -> Bool { true }

  package func take() -> Bool { true }

  package func read(_ tell: (ScannerEvent) -> Void) throws(DeviceError) {
    // Once a poll: a second read of a terminal would wait.
    try descriptor.read(of: subject) { assembler.receive($0, at: .now(), into: tell) }
  }

  package func expire(at time: EventTime, _ tell: (ScannerEvent) -> Void) {
    if let event = assembler.expire(at: time) { tell(event) }
  }

  package func end(at time: EventTime, _ tell: (ScannerEvent) -> Void) {
    if let event = assembler.end(at: time) { tell(event) }
  }
}
