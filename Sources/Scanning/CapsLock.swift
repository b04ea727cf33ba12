/// A scanner's own Caps Lock, toggled by its taps; the host's is of no account.
///
/// It does not end with the scan, because a scanner taps it back after the terminator. A scanner at rest has it off,
/// so rest corrects what a lost tap made of it.
struct CapsLock: Sendable {
  /// nil: taps may be lost.
  private var isToggled: Bool? = false
  private var isUsed = false

  /// nil: it cannot be told until the scanner rests. A scanner that never taps it has it off.
  var isOn: Bool? { isToggled ?? (isUsed ? nil : false) }

  mutating func press() {
    isUsed = true
    isToggled?.toggle()
  }

  mutating func loseTaps() {
    isToggled = nil
  }

  mutating func rest() {
    // Still on, a tap was lost, or this is no rest but a pause before the first key.
    isToggled = isToggled == true ? nil : false
  }
}
