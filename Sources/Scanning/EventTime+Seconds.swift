extension EventTime {
  /// Reads seconds with up to nine decimals: `12.888260`.
  package init?(seconds text: some StringProtocol) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : "0"
    guard let first = parts.first, Self.isDigits(first), Self.isDigits(decimals), decimals.utf8.count <= 9,
      let seconds = Int64(first), seconds < 1_000_000_000,
      let fraction = Int64(decimals + String(repeating: "0", count: 9 - decimals.utf8.count))
    else { return nil }
    self.init(nanoseconds: seconds * 1_000_000_000 + fraction)
  }

  /// Seconds with the kernel's six decimals, or nine where six would lose something.
  package var seconds: String {
    let (seconds, nanoseconds) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    let decimals = String(nanoseconds + 1_000_000_000).dropFirst()
    return "\(seconds).\(decimals.hasSuffix("000") ? decimals.dropLast(3) : decimals)"
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
