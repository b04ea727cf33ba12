extension Layout.Key {
  /// What the key types while these modifiers are down; nil: nothing on this layout.
  package func symbol(shift: Bool, altGr: Bool, capsLock: Bool) -> Layout.Symbol? {
    switch capsLock ? caps : .none {
    case .none: return symbol(shift: shift, altGr: altGr)
    case .shift: return symbol(shift: altGr ? shift : !shift, altGr: altGr)
    case .shiftAltGr: return symbol(shift: !shift, altGr: altGr)
    case .own(let ownPlain, let ownShift):
      if altGr { return symbol(shift: shift, altGr: altGr) }
      return shift ? ownShift : ownPlain
    }
  }

  private func symbol(shift: Bool, altGr: Bool) -> Layout.Symbol? {
    switch (shift, altGr) {
    case (false, false): self.plain
    case (true, false): self.shift
    case (false, true): self.altGr
    case (true, true): self.shiftAltGr
    }
  }
}
