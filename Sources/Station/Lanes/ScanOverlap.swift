/// Whether scans of a lane overlap: a scanner with two keyboards must not put one code together from both, nor half a
/// code from each.
struct ScanOverlap: Hashable, Sendable {
  private var open = 0
  private var isMixed = false

  mutating func begin() {
    open += 1
    if open > 1 { isMixed = true }
  }

  /// Whether the scan that ends was not alone from its first key to its end.
  mutating func end() -> Bool {
    defer { if open == 0 { isMixed = false } }
    open = max(0, open - 1)
    return isMixed
  }
}
