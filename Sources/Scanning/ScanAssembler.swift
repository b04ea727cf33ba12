/// Puts keystrokes together to scans.
///
/// | | nothing open | scan open |
/// |---|---|---|
/// | character | begins a scan; CR, LF and HT are ignored | appended; the 4097th spoils |
/// | unfinished | begins a scan | spoils if the scan, Enter or Tab follows |
/// | spoiled | begins a spoiled scan | spoils |
/// | the lane's terminator | ignored | ends the scan |
/// | Enter or Tab where not the terminator | CR or HT as a character | same |
/// | silence, terminator `none` | | the quiet gap ends the scan |
/// | silence, otherwise | | past the pause limit ends it as `paused` |
///
/// The first fault of a scan is the one told. It holds up to the lane's terminator, even where silence has told the
/// scan before: what comes late is the rest of a code, or follows one whose terminator is missing, and is told as
/// another spoiled scan with the same fault. A lost event begins a scan too: what is lost may be its first key.
///
/// CR LF counts once, and so do Enter and Tab together; before the data they count not at all, because no code begins
/// with CR, LF or HT.
package struct ScanAssembler: Sendable {
  /// Characters that a scan may have.
  package static let longest = 4096
  /// The silence inside a scan that says that the scanner was cut off.
  package static let pauseLimit = Duration.seconds(1)
  /// How long after the grab a key may belong to a scan whose beginning went elsewhere.
  package static let grabWindow = Duration.milliseconds(200)

  private let terminator: Terminator
  private let silenceLimit: Duration?
  private let trustedFrom: EventTime?
  /// Its `ended` is the latest sign of life.
  private var open: Scan?
  private var length = 0
  private var fault: ScanFault?
  private var unfinished: ScanFault?

  /// - Parameter pauseLimit: nil where silence says nothing.
  package init(terminator: Terminator, grabbedAt: EventTime? = nil, pauseLimit: Duration? = Self.pauseLimit) {
    self.terminator = terminator
    if case .none(let quietGap) = terminator { silenceLimit = quietGap } else { silenceLimit = pauseLimit }
    trustedFrom = grabbedAt.map { $0 + Self.grabWindow }
  }

  /// To be called after `expire` with the same time.
  package mutating func receive(_ keystroke: Keystroke, at time: EventTime, into tell: (ScannerEvent) -> Void) {
    switch keystroke {
    case .enter where terminator == .enter, .tab where terminator == .tab:
      if let ended = end(at: time) { tell(ended) }
      fault = nil
    case .enter: append("\r", at: time, into: tell)
    case .tab: append("\t", at: time, into: tell)
    case .character(let character):
      unfinished = nil
      append(character, at: time, into: tell)
    case .unfinished(let fault):
      touch(at: time, into: tell)
      unfinished = fault
    case .silent:
      open?.ended = time
    case .spoiled(let fault):
      touch(at: time, into: tell)
      spoil(fault)
    }
  }

  /// Whether the next key begins a new scan: none is open, nor the rest of a spoiled one to come.
  package var isAtRest: Bool { open == nil && fault == nil }

  /// When silence will end the open scan; nil: never.
  package var deadline: EventTime? {
    guard let open, let silenceLimit else { return nil }
    return open.ended + silenceLimit
  }

  /// Ends a scan whose deadline has come.
  package mutating func expire(at time: EventTime) -> ScannerEvent? {
    guard let deadline, time >= deadline else { return nil }
    if case .none = terminator {
      defer { fault = nil }
      return end(at: deadline)
    }
    spoil(.paused)
    return end(at: deadline)
  }

  /// Ends an open scan whose scanner is gone.
  package mutating func detach(at time: EventTime) -> ScannerEvent? {
    if let ended = expire(at: time) { return ended }
    spoil(.detached)
    return end(at: time)
  }

  private mutating func append(
    _ character: Unicode.Scalar, at time: EventTime, into tell: (ScannerEvent) -> Void
  ) {
    if open == nil, ["\r", "\n", "\t"].contains(character) { return }
    touch(at: time, into: tell)
    spoilUnfinished()
    if length == Self.longest {
      spoil(.tooLong)
    } else {
      open?.text.unicodeScalars.append(character)
      length += 1
    }
  }

  /// Opens a scan if none is.
  private mutating func touch(at time: EventTime, into tell: (ScannerEvent) -> Void) {
    if let trustedFrom, time < trustedFrom { spoil(.begunBeforeGrab) }
    if open == nil {
      open = Scan(text: "", began: time, ended: time)
      length = 0
      tell(.began(time))
    } else {
      open?.ended = time
    }
  }

  private mutating func end(at time: EventTime) -> ScannerEvent? {
    spoilUnfinished()
    guard var scan = open.take() else { return nil }
    scan.ended = time
    scan.fault = fault
    return .scan(scan)
  }

  private mutating func spoil(_ fault: ScanFault) {
    self.fault = self.fault ?? fault
    unfinished = nil
  }

  private mutating func spoilUnfinished() {
    if let unfinished { spoil(unfinished) }
  }
}
