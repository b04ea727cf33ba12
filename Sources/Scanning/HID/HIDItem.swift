/// One item of a report descriptor (USB HID 1.11, 6.2.2): a prefix byte of tag, type and size, then little-endian data.
struct HIDItem: Hashable, Sendable {
  /// Type and tag, as the prefix without its size bits.
  enum Kind: UInt8 {
    case input = 0x80
    case output = 0x90
    case collection = 0xA0
    case feature = 0xB0
    case endCollection = 0xC0
    case usagePage = 0x04
    case reportSize = 0x74
    case reportID = 0x84
    case reportCount = 0x94
    case push = 0xA4
    case pop = 0xB4
    case usage = 0x08
    case usageMinimum = 0x18
    case usageMaximum = 0x28
    case delimiter = 0xA8
  }

  /// Nil for what says nothing about where a field is: limits, units, strings, long items.
  let kind: Kind?
  let data: UInt32
  /// Bytes of the data: a usage of four brings its page along.
  let size: Int
  /// Where it begins in the descriptor.
  let position: Int

  /// Takes the next item; nil at the end.
  init?(from rest: inout ArraySlice<UInt8>) throws(HIDReportDescriptorError) {
    position = rest.startIndex
    guard let prefix = rest.popFirst() else { return nil }
    if prefix == Self.long {
      guard let count = rest.popFirst(), rest.popFirst() != nil, count <= rest.count else {
        throw .cutShort(at: position)
      }
      rest.removeFirst(Int(count))
      (kind, data, size) = (nil, 0, 0)
      return
    }
    size = prefix & 3 == 3 ? 4 : Int(prefix & 3)
    guard size <= rest.count else { throw .cutShort(at: position) }
    kind = Kind(rawValue: prefix & 0xFC)
    data = rest.prefix(size).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    rest.removeFirst(size)
  }

  private static let long: UInt8 = 0xFE
}
