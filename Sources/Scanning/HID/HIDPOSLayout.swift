/// Where the parts of a scan are in one input report of a HID POS scanner (HID Point of Sale Usage Tables 1.02).
///
///     report ID · byte count · ] C 1 · decoded data, 56 bytes · maker's own · continued
///
/// Only the decoded data must be there.
struct HIDPOSLayout: Hashable, Sendable {
  private let length: Int
  private let data: HIDField
  private let byteCount: HIDField?
  /// Three bytes, in one field or three.
  private let symbology: [HIDField]
  private let continued: HIDField?

  /// Nil for a report without decoded data: status, trigger, settings.
  init?(of reportID: UInt8, in descriptor: HIDReportDescriptor) {
    let fields = descriptor.inputs.filter { $0.reportID == reportID }
    let field = { (usage: HIDUsage) in fields.first { $0.usage == usage } }
    guard let bits = descriptor.lengths[reportID], let data = field(.decodedData), data.size == 8, data.offset % 8 == 0
    else { return nil }
    length = (bits + 7) / 8
    self.data = data
    byteCount = field(.byteCount)
    symbology = HIDUsage.symbologyIdentifier.compactMap(field)
    continued = field(.decodeDataContinued)
  }

  /// What one report says; nil: it is not as the descriptor says.
  func read(_ report: [UInt8]) -> HIDPOSReport? {
    guard report.count == length, let capacity = data.bytes(of: report) else { return nil }
    let isContinued = continued?.isSet(in: report) ?? false
    let bytes: ArraySlice<UInt8>
    if let byteCount {
      guard let count = byteCount.bytes(of: report)?.first, count <= capacity.count else { return nil }
      bytes = capacity.prefix(Int(count))
    } else if isContinued {
      bytes = capacity
    } else {
      // Zeros fill what is left; one that belonged to the code is in no serial number anyway.
      bytes = capacity.trimmingSuffix { $0 == 0 }
    }
    let identifier = symbology.flatMap { $0.bytes(of: report) ?? [] }
    return HIDPOSReport(
      data: bytes, symbology: AIMIdentifier(beginning: String(decoding: identifier, as: UTF8.self)),
      isContinued: isContinued)
  }
}

/// What one input report of a HID POS scanner says: a scan, or a piece of one.
struct HIDPOSReport: Hashable, Sendable {
  var data: ArraySlice<UInt8>
  /// Nil where the scanner leaves it empty.
  var symbology: AIMIdentifier?
  /// The next report goes on with the same code.
  var isContinued: Bool
}
