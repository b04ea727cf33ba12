/// Hides what was scanned and keeps how it was typed: each digit key becomes another digit key and each letter key another
/// letter key, the same wherever it is pressed, and no event comes, goes or moves.
///
/// Small letters stay small and capitals capitals. A sign that is typed with a digit's or a letter's key goes with it: a
/// control character, the `-` of a French layout.
package struct Redaction: Sendable {
  private let substitutes: [KeyCode: KeyCode]

  package init(layout: Layout, using random: inout some RandomNumberGenerator) {
    let codes = layout.keys.keys.sorted { $0.rawValue < $1.rawValue }
    let digits = codes.filter { layout.keys[$0]?.gives("0"..."9") ?? false }
    let letters = codes.filter { layout.keys[$0]?.gives("a"..."z") ?? false }
    let keypad: [KeyCode] = [.kp0, .kp1, .kp2, .kp3, .kp4, .kp5, .kp6, .kp7, .kp8, .kp9]
    var substitutes: [KeyCode: KeyCode] = [:]
    for keys in [digits, letters, keypad] {
      for (key, substitute) in zip(keys, keys.deranged(using: &random)) { substitutes[key] = substitute }
    }
    self.substitutes = substitutes
  }

  /// Nil for a scanner in ALT mode: it types each character as a number, and another number may be no character.
  package func redacted(_ events: [InputEvent]) -> [InputEvent]? {
    if events.contains(where: { $0.presses(.leftAlt) }) { return nil }
    return events.map { event in
      var event = event
      if event.type == InputEvent.Kind.key {
        event.code = substitutes[KeyCode(rawValue: event.code)]?.rawValue ?? event.code
      }
      return event
    }
  }
}

extension Layout.Key {
  fileprivate func gives(_ characters: ClosedRange<Unicode.Scalar>) -> Bool {
    [plain, shift].contains { symbol in
      if case .character(let character) = symbol { characters.contains(character) } else { false }
    }
  }
}

extension [KeyCode] {
  /// In another order, none in its own place (Sattolo's shuffle).
  fileprivate func deranged(using random: inout some RandomNumberGenerator) -> [KeyCode] {
    var shuffled = self
    for index in indices.dropFirst().reversed() {
      shuffled.swapAt(index, Int.random(in: 0..<index, using: &random))
    }
    return shuffled
  }
}
