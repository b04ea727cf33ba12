/// Who types on a device, by the pace of its keys: a scanner presses them faster than any person does.
///
/// | keys pressed | typist |
/// |---|---|
/// | six, each within 35 ms of the one before | a scanner |
/// | four, each later than that but within a second | a person, whatever else is typed on the device |
/// | fewer, or further apart | not told yet |
///
/// Recorded scanners take 2 to 24 ms from press to press (ibus/ibus#2008, Stack Overflow 19732978); web pages that tell
/// scans from typing allow 35 ms.
package struct TypingPace: Hashable, Sendable {
  package enum Typist: Hashable, Sendable {
    case scanner
    case person
  }

  /// The longest time from press to press inside a scan.
  package static let limit = Duration.milliseconds(35)
  /// Fingers that roll over the keys press a few as fast.
  private static let scan = 6
  private static let text = 4
  private static let rest = Duration.seconds(1)

  /// nil: not told yet.
  package private(set) var typist: Typist?

  private var latest: EventTime?
  private var fast = 1
  private var slow = 1

  package init() {}

  package mutating func receive(_ event: InputEvent) {
    guard event.type == InputEvent.Kind.key, event.value == InputEvent.Transition.down.value else { return }
    let gap = latest.map { event.time - $0 }
    latest = event.time
    switch gap {
    case let gap? where gap <= Self.limit: (fast, slow) = (fast + 1, 1)
    case let gap? where gap <= Self.rest: (fast, slow) = (1, slow + 1)
    default: (fast, slow) = (1, 1)
    }
    if slow >= Self.text {
      typist = .person
    } else if fast >= Self.scan, typist == nil {
      typist = .scanner
    }
  }
}
