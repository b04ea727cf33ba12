import Scanning

/// Types texts as a scanner does: the kernel's events for them, in one of the manners that scanners have.
struct Typist {
  struct Manner {
    /// Between two frames.
    var pace: Duration
    /// How many keys may be down still when the next is pressed.
    var rollOver: Int
    /// Modifiers change in the frame of the key's press.
    var modifiersInFrame: Bool
    /// A release and the press behind it share a frame.
    var releasesInFrame: Bool
    /// Each character as its number on the keypad, Alt down.
    var altMode: Bool
    /// The scanner's own Caps Lock is on around each scan, terminator included or not.
    var capsLock: CapsLock

    enum CapsLock: CaseIterable { case never, aroundText, aroundScan }

    static let plain = plain(pace: .milliseconds(1))

    static func plain(pace: Duration) -> Manner {
      Manner(
        pace: pace, rollOver: 0, modifiersInFrame: false, releasesInFrame: false, altMode: false, capsLock: .never)
    }
  }

  /// A key and the modifiers that must be down with it.
  struct Stroke {
    var key: KeyCode
    var modifiers: Set<KeyCode> = []
  }

  private let layout: Layout
  private let manner: Manner
  /// By Caps Lock, by character.
  private let strokes: [Bool: [Unicode.Scalar: [Stroke]]]
  private var down: [KeyCode] = []
  private var modifiers: Set<KeyCode> = []
  private var capsLock = false
  private var frame: [InputEvent] = []
  private(set) var time = EventTime(nanoseconds: 1_000_000_000)
  private(set) var events: [InputEvent] = []

  init(layout: Layout, manner: Manner) {
    self.layout = layout
    self.manner = manner
    strokes = [false: Self.strokes(of: layout, capsLock: false), true: Self.strokes(of: layout, capsLock: true)]
  }

  /// What the manner can type, control characters apart.
  var characters: [Unicode.Scalar] {
    let all = Set(strokes[false, default: [:]].keys).intersection(strokes[true, default: [:]].keys)
    let typeable = manner.altMode ? all.filter { $0.isASCII || (160...255).contains($0.value) } : all
    return typeable.sorted { $0.value < $1.value }
  }

  mutating func type(_ text: [Unicode.Scalar], endedBy terminator: KeyCode?) {
    if manner.capsLock != .never { toggleCapsLock() }
    for character in text {
      if manner.altMode {
        typeAltCode(of: character)
      } else if character.value < 32 {
        let letter = strokes[false]?[Unicode.Scalar(UInt8(character.value) | 0x60)] ?? []
        press(Stroke(key: Self.controlKeys[character] ?? letter[0].key, modifiers: [.rightCtrl]))
      } else {
        for stroke in strokes[capsLock]?[character] ?? [] { press(stroke) }
      }
    }
    if manner.capsLock == .aroundText { toggleCapsLock() }
    if let terminator { press(Stroke(key: terminator)) }
    releaseAll()
    if manner.capsLock == .aroundScan { toggleCapsLock() }
  }

  /// Presses a key and lets it go.
  mutating func press(_ key: KeyCode) {
    press(Stroke(key: key))
    releaseAll()
  }

  mutating func wait(_ duration: Duration) {
    time = time + duration
  }

  private static let controlKeys: [Unicode.Scalar: KeyCode] = [
    "\u{1B}": .leftBrace, "\u{1C}": .backslash, "\u{1D}": .rightBrace, "\u{1E}": .digit6, "\u{1F}": .minus,
  ]

  private mutating func press(_ stroke: Stroke) {
    while down.count > manner.rollOver { release() }
    if down.contains(stroke.key) { while !down.isEmpty { release() } }
    for modifier in modifiers.subtracting(stroke.modifiers) { change(modifier, .up) }
    for modifier in stroke.modifiers.subtracting(modifiers) { change(modifier, .down) }
    modifiers = stroke.modifiers
    frame.append(.key(stroke.key, .down, at: time))
    down.append(stroke.key)
    endFrame()
    if manner.rollOver == 0, !manner.releasesInFrame { release() }
  }

  private mutating func release() {
    guard !down.isEmpty else { return }
    frame.append(.key(down.removeFirst(), .up, at: time))
    if !manner.releasesInFrame { endFrame() }
  }

  private mutating func change(_ modifier: KeyCode, _ transition: InputEvent.Transition) {
    frame.append(.key(modifier, transition, at: time))
    if !manner.modifiersInFrame { endFrame() }
  }

  private mutating func releaseAll() {
    while !down.isEmpty { release() }
    for modifier in modifiers { change(modifier, .up) }
    modifiers = []
    endFrame()
  }

  private mutating func toggleCapsLock() {
    press(Stroke(key: .capsLock))
    releaseAll()
    capsLock.toggle()
  }

  private mutating func typeAltCode(of character: Unicode.Scalar) {
    let keypad: [KeyCode] = [.kp0, .kp1, .kp2, .kp3, .kp4, .kp5, .kp6, .kp7, .kp8, .kp9]
    let digits = String(character.value + 10000).utf8.suffix(4)
    releaseAll()
    for digit in digits { press(Stroke(key: keypad[Int(digit - UInt8(ascii: "0"))], modifiers: [.leftAlt])) }
    releaseAll()
  }

  private mutating func endFrame() {
    guard !frame.isEmpty else { return }
    events += frame + [.synReport(at: time)]
    frame = []
    wait(manner.pace)
  }

  private static func strokes(of layout: Layout, capsLock: Bool) -> [Unicode.Scalar: [Stroke]] {
    var characters: [Unicode.Scalar: [Stroke]] = [:]
    var accents: [Unicode.Scalar: Stroke] = [:]
    for (code, key) in layout.keys.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for (shift, altGr) in [(false, false), (true, false), (false, true), (true, true)] {
        let modifiers: Set<KeyCode> = (shift ? [.leftShift] : [] as Set).union(altGr ? [.rightAlt] : [])
        let stroke = Stroke(key: code, modifiers: modifiers)
        switch key.symbol(shift: shift, altGr: altGr, capsLock: capsLock) {
        case .character(let character): characters[character] = characters[character] ?? [stroke]
        case .dead(let accent): accents[accent] = stroke
        case nil: continue
        }
      }
    }
    let plain = characters
    for (accent, stroke) in accents {
      characters[accent] = plain[accent] ?? [stroke] + (plain[" "] ?? [])
      for (letter, composed) in layout.compositions[accent] ?? [:] {
        characters[composed] = plain[letter].map { [stroke] + $0 }
      }
    }
    return characters
  }
}
