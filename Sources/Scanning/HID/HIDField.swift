/// One field of an input report: values of one size and one usage, side by side.
package struct HIDField: Hashable, Sendable {
  /// The report that it is in, by the first byte; 0 where the device has but one and sends no such byte.
  package var reportID: UInt8
  package var usage: HIDUsage
  /// Bits before it, counted from the report's first byte as hidraw delivers it, a report ID included.
  package var offset: Int
  /// Bits of one value.
  package var size: Int
  package var count: Int

  package init(reportID: UInt8, usage: HIDUsage, offset: Int, size: Int, count: Int) {
    self.reportID = reportID
    self.usage = usage
    self.offset = offset
    self.size = size
    self.count = count
  }

  private var bits: Range<Int> { offset..<offset + size * count }

  /// Its values where they are bytes; nil: they are not, or the report ends before them.
  func bytes(of report: [UInt8]) -> ArraySlice<UInt8>? {
    guard size == 8, offset % 8 == 0, bits.upperBound <= report.count * 8 else { return nil }
    return report[offset / 8..<offset / 8 + count]
  }

  /// Whether any of its bits is set; those past the report's end are not.
  func isSet(in report: [UInt8]) -> Bool {
    bits.prefix { $0 < report.count * 8 }.contains { report[$0 / 8] >> ($0 % 8) & 1 == 1 }
  }
}
