/// Turns the input events of a keyboard wedge into keystrokes, by the layout that the scanner is set to.
///
/// | event | keystroke |
/// |---|---|
/// | Shift, Ctrl, Alt, AltGr, Num Lock; any release but Alt's | silent |
/// | Caps Lock pressed | silent: toggles the scanner's own Caps Lock |
/// | Enter, keypad Enter, Tab | `enter`, `tab`, whatever modifier is down |
/// | keypad key | its digit or sign |
/// | … while Alt is down | unfinished, until Alt's release gives the character (`AltCode`) |
/// | … while Alt is down from before the grab | spoiled: digits may be missing |
/// | any key with Ctrl | the control character of its US position; AltGr as well: unknown key |
/// | key the layout has at this level | its character |
/// | … a dead accent | unfinished; then Space gives the accent, a letter what both compose to |
/// | any other key | spoiled: unknown key |
/// | any of these while `CapsLock` cannot be told | spoiled: overrun |
/// | second press without release, release without press | spoiled: overrun |
/// | `SYN_DROPPED` | spoiled: overrun; every key counts as up, accent and Alt digits are forgotten |
/// | repeat, `SYN_REPORT`, `EV_MSC`, `EV_LED` | none |
///
/// Ctrl+M, Ctrl+J and Ctrl+I are characters of the code, never the end of it: a terminator in the middle would cut a
/// serial number short.
package struct WedgeDecoder: Sendable {
  private let layout: Layout
  private var keys: KeyState
  private var capsLock = CapsLock()
  private var latest: EventTime
  private var accent: Unicode.Scalar?
  private var altCode: AltCode?

  /// - Parameters:
  ///   - grabbedAt: when the device was grabbed; nil if it was at rest.
  ///   - pressed: the keys that were down at the grab.
  package init(layout: Layout, grabbedAt: EventTime?, pressed: KeySet) {
    self.layout = layout
    keys = grabbedAt == nil ? .allUp : .grabbed(pressed: pressed)
    latest = grabbedAt ?? EventTime(nanoseconds: 0)
    if grabbedAt != nil { capsLock.loseTaps() }
  }

  package mutating func receive(_ event: InputEvent) -> Keystroke? {
    switch (event.type, InputEvent.Transition(value: event.value)) {
    case _ where event.isDrop:
      keys = .unknown
      capsLock.loseTaps()
      return spoiled(.overrun)
    case (InputEvent.Kind.key, .down):
      latest = event.time
      return press(KeyCode(rawValue: event.code))
    case (InputEvent.Kind.key, .up):
      latest = event.time
      return release(KeyCode(rawValue: event.code))
    default:
      return nil
    }
  }

  /// Says that no scan is under way: over a second without a key, and the scanner rests.
  package mutating func idle(until time: EventTime) {
    guard time - latest > .seconds(1) else { return }
    capsLock.rest()
    latest = time
  }

  /// Says that the scan has ended: a dead accent or Alt digits wait for nothing more.
  package mutating func endScan(isCut: Bool) {
    forgetUnfinished()
    if isCut { capsLock.loseTaps() }
  }

  private mutating func forgetUnfinished() {
    accent = nil
    altCode = nil
  }

  private mutating func press(_ key: KeyCode) -> Keystroke {
    guard keys.press(key) else { return spoiled(.overrun) }
    switch key {
    case .numLock:
      return .silent
    case .capsLock:
      capsLock.press()
      return .silent
    case .enter, .kpEnter:
      forgetUnfinished()
      return .enter
    case .tab:
      forgetUnfinished()
      return .tab
    case _ where key.isModifier:
      return .silent
    case _ where keys.isAltDown:
      return append(key)
    case _ where capsLock.isOn == nil:
      return spoiled(.overrun)
    default:
      guard let symbol = symbol(of: key) else { return spoiled(.unknownKey(key)) }
      return type(symbol)
    }
  }

  private mutating func release(_ key: KeyCode) -> Keystroke {
    guard keys.release(key) else { return spoiled(.overrun) }
    guard key == .leftAlt, let altCode else { return .silent }
    self.altCode = nil
    guard let character = altCode.character else { return spoiled(.badAltCode(altCode.number)) }
    return type(.character(character))
  }

  private mutating func append(_ key: KeyCode) -> Keystroke {
    guard keys.isAltHeard else { return spoiled(.begunBeforeGrab) }
    guard let digit = key.keypadDigit else { return spoiled(.unknownKey(key)) }
    var code = altCode ?? AltCode()
    code.append(digit)
    altCode = code
    return .unfinished(.badAltCode(code.number))
  }

  private func symbol(of key: KeyCode) -> Layout.Symbol? {
    switch (keys.isCtrlDown, keys.isAltGrDown) {
    case (true, true): return nil
    case (true, false): return key.controlCharacter.map { .character($0) }
    case (false, let altGr):
      if !altGr, let character = key.keypadCharacter { return .character(character) }
      return layout.keys[key]?.symbol(shift: keys.isShiftDown, altGr: altGr, capsLock: capsLock.isOn ?? false)
    }
  }

  private mutating func type(_ symbol: Layout.Symbol) -> Keystroke {
    switch (accent, symbol) {
    case (nil, .character(let character)):
      return .character(character)
    case (nil, .dead(let accent)):
      self.accent = accent
      return .unfinished(.uncombinedAccent(accent))
    case (let accent?, .character(let letter)):
      let composed = letter == " " ? accent : layout.compositions[accent]?[letter]
      guard let composed else { return spoiled(.uncombinedAccent(accent)) }
      self.accent = nil
      return .character(composed)
    case (let accent?, .dead):
      return spoiled(.uncombinedAccent(accent))
    }
  }

  private mutating func spoiled(_ fault: ScanFault) -> Keystroke {
    forgetUnfinished()
    return .spoiled(fault)
  }
}
