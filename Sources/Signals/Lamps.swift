/// A light of single lamps, as relays switch them; which lamp means what is the same for all of them: green is lit for
/// PASS and for nothing else.
package struct Lamps: Hashable, Sendable {
  package enum Color: String, CaseIterable, Hashable, Sendable {
    case green, yellow, red, white
  }

  package struct Lamp: Hashable, Sendable {
    package var on: Write
    package var off: Write
    /// It flashes by itself; nil: it is switched on and off.
    package var flash: Write?

    package init(on: Write, off: Write, flash: Write? = nil) {
      self.on = on
      self.off = off
      self.flash = flash
    }
  }

  private let lamps: [Color: Lamp]

  /// Colours that are left out are not fitted.
  package init(_ lamps: [Color: Lamp]) {
    self.lamps = lamps
  }

  package func picture(for signal: Signal) -> Picture {
    let lit = fitted(signal.lit)
    // A lamp that may still flash is put out before it is lit otherwise.
    let before =
      lit.filter { $0.flash != nil }.map(\.off) + fitted(Set(Color.allCases).subtracting(signal.lit)).map(\.off)
    guard signal.isFlashing else { return Picture(on: before + lit.map(\.on)) }
    let flashes = lit.compactMap(\.flash)
    return flashes.count == lit.count
      ? Picture(on: before + flashes) : Picture(on: before + lit.map(\.on), off: lit.map(\.off))
  }

  private func fitted(_ colors: Set<Color>) -> [Lamp] {
    Color.allCases.filter(colors.contains).compactMap { lamps[$0] }
  }
}

extension Signal {
  fileprivate var lit: Set<Lamps.Color> {
    switch self {
    case .ready: [.white]
    case .reading, .stopping: []
    case .checking, .noVerdict, .hold: [.yellow]
    case .pass: [.green]
    case .fail: [.red]
    case .scannerLost: [.red, .yellow]
    }
  }

  fileprivate var isFlashing: Bool {
    switch self {
    case .noVerdict, .hold, .scannerLost: true
    case .ready, .reading, .checking, .pass, .fail, .stopping: false
    }
  }
}
