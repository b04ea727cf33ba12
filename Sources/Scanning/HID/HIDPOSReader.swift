/// Reads the scans of one HID POS scanner out of its input reports.
///
/// | | nothing open | scan open |
/// |---|---|---|
/// | report, continued | begins a scan | appended |
/// | report, the last | is a scan; without data ignored | appended; ends the scan |
/// | report that is not as described, or lost | begins a spoiled scan | spoils |
/// | report of another kind | ignored | ignored |
/// | silence of over one second | | ends it as `paused` |
///
/// What is spoiled stays so up to a last report, as with `ScanAssembler`: nobody knows whether the report that could not
/// be read was a last one. A code needs no terminator here; CR, LF and Tab that the scanner adds at its end are left off.
package struct HIDPOSReader: Sendable {
  private let layouts: [UInt8: HIDPOSLayout]
  /// Whether the first byte of a report is its ID.
  private let isNumbered: Bool
  private var assembler: ScanAssembler
  private var utf8 = UTF8Reader()
  /// CR, LF and Tab that are the terminator unless more follows.
  private var held: [UInt8] = []
  private var symbology: AIMIdentifier?

  /// - Parameters:
  ///   - descriptor: of a bar code scanner.
  ///   - takenAt: when the device was opened; nil for a recording that began at rest.
  package init(_ descriptor: HIDReportDescriptor, takenAt: EventTime? = nil) {
    var layouts: [UInt8: HIDPOSLayout] = [:]
    for id in descriptor.lengths.keys { layouts[id] = HIDPOSLayout(of: id, in: descriptor) }
    self.layouts = layouts
    isNumbered = descriptor.lengths[0] == nil
    assembler = ScanAssembler(terminator: .enter, grabbedAt: takenAt)
  }

  /// Takes one report, as one `read` of the hidraw node gives it.
  package mutating func receive(
    _ report: [UInt8], at time: EventTime, into tell: (ScannerEvent) -> Void
  ) {
    if let ended = expire(at: time) { tell(ended) }
    guard let layout = layouts[isNumbered ? report.first ?? 0 : 0] else { return }
    guard let report = layout.read(report) else { return spoil(.malformedReport, at: time, into: tell) }

    symbology = symbology ?? report.symbology
    let bytes = held + report.data
    let text = bytes.trimmingSuffix { [0x09, 0x0A, 0x0D].contains($0) }
    held = report.isContinued ? Array(bytes[text.endIndex...]) : []
    for byte in text { assembler.receive(utf8.keystroke(of: byte), at: time, into: tell) }
    if !report.isContinued { end(at: time, into: tell) }
  }

  /// The kernel has dropped reports: what is open, or comes next, has a hole.
  package mutating func overrun(at time: EventTime, into tell: (ScannerEvent) -> Void) {
    spoil(.overrun, at: time, into: tell)
  }

  /// When `expire` must be called next; nil: never.
  package var deadline: EventTime? { assembler.deadline }

  /// Ends a scan that silence has cut by this time.
  package mutating func expire(at time: EventTime) -> ScannerEvent? {
    guard let ended = assembler.expire(at: time) else { return nil }
    forget()
    return ended
  }

  /// Ends an open scan when the scanner was pulled.
  package mutating func detach(at time: EventTime) -> ScannerEvent? {
    assembler.detach(at: time)
  }

  private mutating func end(at time: EventTime, into tell: (ScannerEvent) -> Void) {
    assembler.receive(.enter, at: time) { [symbology] event in
      guard case .scan(var scan) = event else { return tell(event) }
      scan.symbology = symbology
      tell(.scan(scan))
    }
    forget()
  }

  private mutating func spoil(_ fault: ScanFault, at time: EventTime, into tell: (ScannerEvent) -> Void) {
    assembler.receive(.spoiled(fault), at: time, into: tell)
  }

  /// Keeps nothing of a scan for the next.
  private mutating func forget() {
    utf8 = UTF8Reader()
    held = []
    symbology = nil
  }
}
