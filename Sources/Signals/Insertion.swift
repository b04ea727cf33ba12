/// A place in a template where a text of the message goes: `{serial}`, `{serial:20}`, `{serial:>20}`.
package struct Insertion: Hashable, Sendable {
  package enum Source: String, CaseIterable, Hashable, Sendable {
    case serial, reason, lane
  }

  package var source: Source
  /// In characters: a shorter text is padded with spaces, a longer one cut. nil: as long as it is.
  package var width: Int?
  /// Padded and cut at its front: the end of a serial number tells it from the next.
  package var isRightAligned = false

  package init(_ source: Source, width: Int? = nil, isRightAligned: Bool = false) {
    self.source = source
    self.width = width
    self.isRightAligned = isRightAligned
  }

  /// The text as printable ASCII without the `reserved` bytes: it can neither end a command nor begin one.
  func bytes(of message: Message, without reserved: Set<UInt8>) -> [UInt8] {
    let harmless = text(of: message).utf8.filter { 0x20...0x7E ~= $0 && !reserved.contains($0) }
    guard let width else { return harmless }
    let padding = [UInt8](repeating: UInt8(ascii: " "), count: max(0, width - harmless.count))
    return isRightAligned ? padding + harmless.suffix(width) : harmless.prefix(width) + padding
  }

  private func text(of message: Message) -> String {
    switch source {
    case .serial: message.serial
    case .reason: message.reason
    case .lane: message.lane
    }
  }
}
