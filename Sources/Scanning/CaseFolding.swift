/// Case folding as serial, part and batch numbers know it: `A` to `Z` and `a` to `z` are alike, every other byte is only
/// itself.
///
/// Swift's `==` compares by canonical equivalence, and its `lowercased()` takes the Kelvin sign for a K.
extension String {
  /// The UTF-8 bytes with ASCII letters in lower case: what two spellings of one number share.
  package var foldedBytes: [UInt8] {
    utf8.map { byte in 0x41...0x5A ~= byte ? byte | 0x20 : byte }
  }

  /// Whether both are the same number, which TofuPilot matches without regard to ASCII case.
  package func isSameNumber(as other: String) -> Bool {
    foldedBytes == other.foldedBytes
  }
}
