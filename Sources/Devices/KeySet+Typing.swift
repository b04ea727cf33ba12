internal import Scanning

/// Which keys an event node has, and whether it types with them.
extension KeySet {
  /// From the attribute `capabilities/key` of an input device: hexadecimal words of the kernel's, the lowest last.
  init?(words text: String) {
    let words = text.split(separator: " ").map { UInt($0, radix: 16) }
    guard !words.contains(nil) else { return nil }
    self.init(
      bitMask: words.reversed().lazy.compactMap(\.self).flatMap { word in
        (0..<UInt.bitWidth / 8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
      })
  }

  /// Whether it is a keyboard's, not the volume keys or the mouse that the same plug may bring along.
  var canType: Bool {
    [.digit1, .a, .enter].allSatisfy(contains)
  }
}
