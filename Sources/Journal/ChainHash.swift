internal import Crypto

/// What an entry is sealed with: the SHA-256 of its predecessor's hash, its sequence number and its text.
package struct ChainHash: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// What stands in the predecessor's place for the first entry: zeros.
  static let none = ChainHash(bytes: [UInt8](repeating: 0, count: SHA256.byteCount))

  /// Of an entry: SHA-256(predecessor's hash ‖ sequence number as 8 bytes, big-endian ‖ payload's UTF-8).
  init(after previous: ChainHash, sequence: Int64, payload: UnsafeRawBufferPointer) {
    var digest = SHA256()
    digest.update(data: previous.bytes)
    withUnsafeBytes(of: sequence.bigEndian) { digest.update(bufferPointer: $0) }
    digest.update(bufferPointer: payload)
    bytes = Array(digest.finalize())
  }

  /// From 64 hexadecimal digits; nil for any other text.
  package init?(hex: String) {
    let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == hex.utf8.count, digits.count == SHA256.byteCount * 2 else { return nil }
    bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  /// As it is stored; whatever else stands in its place is no entry's hash.
  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// 64 hexadecimal digits.
  package var hex: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
