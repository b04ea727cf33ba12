extension InputEvent {
  /// `SYN_REPORT`: the end of a frame, the events of one report of the device.
  package static let report: UInt16 = 0

  /// Whether it is `SYN_DROPPED`.
  package var isDrop: Bool { type == Kind.synchronization && code == Self.dropped }

  /// Whether it is the press of this key.
  func presses(_ key: KeyCode) -> Bool {
    type == Kind.key && code == key.rawValue && value == Transition.down.value
  }

  /// What happened to a key: the `value` of an `EV_KEY` event.
  package enum Transition: String, CaseIterable, Sendable {
    case up, down, `repeat`

    package init?(value: Int32) {
      switch value {
      case 0: self = .up
      case 1: self = .down
      case 2: self = .repeat
      default: return nil
      }
    }

    package var value: Int32 {
      switch self {
      case .up: 0
      case .down: 1
      case .repeat: 2
      }
    }
  }

  package static func key(_ key: KeyCode, _ transition: Transition, at time: EventTime) -> InputEvent {
    InputEvent(time: time, type: Kind.key, code: key.rawValue, value: transition.value)
  }

  package static func synReport(at time: EventTime) -> InputEvent {
    InputEvent(time: time, type: Kind.synchronization, code: report, value: 0)
  }

  package static func synDropped(at time: EventTime) -> InputEvent {
    InputEvent(time: time, type: Kind.synchronization, code: dropped, value: 0)
  }
}
