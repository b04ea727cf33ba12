/// Which keys of a device are down, told from its presses and releases.
///
/// The kernel reports a key's press and release in turn, so two presses in a row, or a release without a press, mean
/// that events were lost in between.
struct KeyState: Sendable {
  private var down = KeySet.none
  /// Keys that no event has told of yet: they may be down.
  private var untold: KeySet

  private init(untold: KeySet) {
    self.untold = untold
  }

  static let allUp = KeyState(untold: .none)

  /// After `SYN_DROPPED`. A key that is down unnoticed counts as up until its release tells of it.
  static let unknown = KeyState(untold: .all)

  /// After a grab, with what the kernel says is down. It knows of a key before its event is told.
  static func grabbed(pressed: KeySet) -> KeyState {
    var state = unknown
    state.down = pressed
    return state
  }

  var isShiftDown: Bool { down.contains(.leftShift) || down.contains(.rightShift) }
  var isCtrlDown: Bool { down.contains(.leftCtrl) || down.contains(.rightCtrl) }
  var isAltDown: Bool { down.contains(.leftAlt) }
  var isAltGrDown: Bool { down.contains(.rightAlt) }

  /// Whether Alt's press was heard: digits that came with an earlier one were not.
  var isAltHeard: Bool { !untold.contains(.leftAlt) }

  /// False: the release before it was lost.
  mutating func press(_ key: KeyCode) -> Bool {
    untold.remove(key)
    return down.insert(key)
  }

  /// False: the press before it was lost.
  mutating func release(_ key: KeyCode) -> Bool {
    let wasUntold = untold.remove(key)
    if down.remove(key) { return true }
    // A modifier that was down unnoticed belonged to what has been typed since.
    return wasUntold && !key.isModifier
  }
}

extension KeyCode {
  /// Whether the key only changes what others type.
  var isModifier: Bool {
    switch self {
    case .leftShift, .rightShift, .leftCtrl, .rightCtrl, .leftAlt, .rightAlt: true
    default: false
    }
  }
}
