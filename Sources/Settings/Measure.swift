/// How the file writes a quantity: a whole number and its unit, as `1500ms` or `4GiB`.
struct Measure {
  /// Names and sizes, from the smallest to the largest.
  let units: [(name: String, size: Int64)]

  static let time = Measure(units: [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)])
  static let size = Measure(units: [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)])

  /// nil: no such quantity, or one beyond measure.
  func quantity(_ text: String) -> Int64? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int64(digits), let unit = units.first(where: { $0.name == text[digits.endIndex...] }) else {
      return nil
    }
    let (quantity, overflow) = number.multipliedReportingOverflow(by: unit.size)
    return overflow ? nil : quantity
  }

  /// In the largest unit that leaves a whole number.
  func text(_ quantity: Int64) -> String {
    let unit = units.last { quantity != 0 && quantity.isMultiple(of: $0.size) } ?? units[0]
    return "\(quantity / unit.size)\(unit.name)"
  }
}
