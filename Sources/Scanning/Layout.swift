/// A keyboard layout as a plain table: which character a key gives at each level.
///
/// It says what the *scanner* is set to type as; the kernel's key codes know no layout.
package struct Layout: Hashable, Sendable {
  /// The name as in the configuration: `us`, `de`, `us(intl)`.
  package var name: String
  package var keys: [KeyCode: Key]
  /// What a dead accent and a letter compose to, where that is one scalar: accent → letter → composed.
  package var compositions: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]]

  package init(
    name: String, keys: [KeyCode: Key], compositions: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [:]
  ) {
    self.name = name
    self.keys = keys
    self.compositions = compositions
  }

  /// The characters that a key gives, in code order; accents among them, which a dead key and space give.
  package var typeable: [Unicode.Scalar] {
    Set(keys.values.flatMap(\.symbols).map(\.scalar)).sorted()
  }

  /// The characters that only a dead accent and a letter give, in code order.
  package var composable: [Unicode.Scalar] {
    let typeable = Set(typeable)
    let composed = compositions.values.flatMap { letters in
      letters.filter { typeable.contains($0.key) }.values
    }
    return Set(composed).subtracting(typeable).sorted()
  }

  /// One key: its symbols at the four levels, and what Caps Lock does to them.
  package struct Key: Hashable, Sendable {
    package var plain: Symbol?
    package var shift: Symbol?
    package var altGr: Symbol?
    package var shiftAltGr: Symbol?
    package var caps: CapsClass

    package init(
      plain: Symbol?, shift: Symbol?, altGr: Symbol? = nil, shiftAltGr: Symbol? = nil, caps: CapsClass = .none
    ) {
      self.plain = plain
      self.shift = shift
      self.altGr = altGr
      self.shiftAltGr = shiftAltGr
      self.caps = caps
    }

    /// What the key gives at any level, Caps Lock off.
    package var symbols: [Symbol] {
      [plain, shift, altGr, shiftAltGr].compactMap(\.self)
    }
  }

  /// What a key gives at one level.
  package enum Symbol: Hashable, Sendable {
    case character(Unicode.Scalar)
    /// A dead accent, named by its spacing form (`^`, `´`): it waits for the next key.
    case dead(Unicode.Scalar)

    package var scalar: Unicode.Scalar {
      switch self {
      case .character(let scalar), .dead(let scalar): scalar
      }
    }
  }

  /// What Caps Lock does to a key.
  package enum CapsClass: Hashable, Sendable {
    /// Nothing: the digit row of most layouts.
    case none
    /// It acts as Shift on the first two levels.
    case shift
    /// It acts as Shift on all four levels.
    case shiftAltGr
    /// The key has symbols of its own under Caps Lock: the digit row of cz, the umlauts of ch.
    case own(plain: Symbol?, shift: Symbol?)
  }
}
