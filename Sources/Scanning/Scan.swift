/// What one pull of the trigger delivered, from its first key to its terminator.
package struct Scan: Hashable, Sendable {
  /// The characters as the scanner typed them, terminator left off; of a spoiled scan, those that were understood.
  package var text: String
  /// Kernel time of the first key.
  package var began: EventTime
  /// Kernel time of the terminator, or of what ended the scan in its place.
  package var ended: EventTime
  /// Why the text cannot be trusted; nil for a whole scan.
  package var fault: ScanFault?
  /// The AIM identifier that the scanner sent beside the text; nil where it sends none, or as part of the text.
  package var symbology: AIMIdentifier?

  package init(
    text: String, began: EventTime, ended: EventTime, fault: ScanFault? = nil, symbology: AIMIdentifier? = nil
  ) {
    self.text = text
    self.began = began
    self.ended = ended
    self.fault = fault
    self.symbology = symbology
  }
}

/// What spoiled a scan: no character is dropped in silence.
package enum ScanFault: Hashable, Sendable {
  /// The kernel discarded events (`SYN_DROPPED`) or reports.
  case overrun
  /// A pause of over one second between two keys.
  case paused
  /// The scanner was unplugged before the terminator.
  case detached
  /// Keys came within 200 ms after the grab, or the opening: the scan's beginning may be missing.
  case begunBeforeGrab
  /// A key that the lane's layout does not know.
  case unknownKey(KeyCode)
  /// A dead accent before a letter it does not combine with.
  case uncombinedAccent(Unicode.Scalar)
  /// An ALT-mode number that is no character.
  case badAltCode(Int)
  /// Over 4096 characters.
  case tooLong
  /// Bytes of a line or a report that are not UTF-8.
  case notUTF8
  /// A HID POS report that is not as the scanner's own descriptor says.
  case malformedReport
}

/// What a scanner tells its lane.
package enum ScannerEvent: Hashable, Sendable {
  /// The first key of a scan: from here on the verdict before is no longer true of what is in front of the scanner.
  case began(EventTime)
  /// A scan ended, whole or spoiled.
  case scan(Scan)
}
