/// What a HID device says of its reports (USB HID 1.11, 6.2.2): which fields its input reports have, and what for.
package struct HIDReportDescriptor: Hashable, Sendable {
  /// What the device is, one usage an application collection.
  package private(set) var applications: [HIDUsage] = []
  /// The fields of its input reports, those of one report in their order; constant ones are padding and left out.
  package private(set) var inputs: [HIDField] = []
  /// Bits of each input report by its ID, padding and the ID's own byte included.
  package private(set) var lengths: [UInt8: Int] = [:]

  package init(parsing descriptor: [UInt8]) throws(HIDReportDescriptorError) {
    var state = State()
    var kept: [State] = []
    var usages = HIDUsages()
    var depth = 0
    var rest = descriptor[...]
    while let item = try HIDItem(from: &rest) {
      switch item.kind {
      case .usagePage: state.page = UInt16(truncatingIfNeeded: item.data)
      case .reportSize: state.size = Int(item.data)
      case .reportCount: state.count = Int(item.data)
      case .reportID: state.reportID = UInt8(truncatingIfNeeded: item.data)
      case .push: kept.append(state)
      case .pop:
        guard let last = kept.popLast() else { throw .unbalanced(at: item.position) }
        state = last
      case .usage, .usageMinimum, .usageMaximum: usages.append(item)
      case .delimiter: throw .unsupported(at: item.position)
      case .collection:
        depth += 1
        if item.data == Self.application, let usage = usages.first(on: state.page) { applications.append(usage) }
        usages = HIDUsages()
      case .endCollection:
        guard depth > 0 else { throw .unbalanced(at: item.position) }
        depth -= 1
        usages = HIDUsages()
      case .input:
        try append(item, state, usages)
        usages = HIDUsages()
      case .output, .feature: usages = HIDUsages()
      case nil: break
      }
    }
    guard depth == 0 else { throw .cutShort(at: descriptor.count) }
  }

  /// Whether it is a bar code scanner in HID POS mode, whose reports can be read.
  package var isBarcodeScanner: Bool {
    applications.contains(.barCodeScanner) && lengths.keys.contains { HIDPOSLayout(of: $0, in: self) != nil }
  }

  /// The global items that hold until they are set anew.
  private struct State {
    var page: UInt16 = 0
    var size = 0
    var count = 0
    var reportID: UInt8 = 0
  }

  /// The collection that is a device of its own.
  private static let application: UInt32 = 0x01
  /// Bits of the longest report that the kernel takes (`HID_MAX_BUFFER_SIZE`).
  private static let longestReport = 16384 * 8
  /// Fields that a device may have; a scanner has ten.
  private static let mostFields = 4096

  private mutating func append(
    _ item: HIDItem, _ state: State, _ usages: HIDUsages
  ) throws(HIDReportDescriptorError) {
    let start = lengths[state.reportID] ?? (state.reportID == 0 ? 0 : 8)
    let (bits, overflow) = state.size.multipliedReportingOverflow(by: state.count)
    guard !overflow, bits <= Self.longestReport - start,
      inputs.count + min(usages.count, state.count) <= Self.mostFields
    else { throw .tooLarge(at: item.position) }
    lengths[state.reportID] = start + bits
    let isConstant = item.data & 1 == 1
    let isVariable = item.data & 2 == 2
    // The usages of an array are the values it may have, not what it is.
    guard !isConstant, isVariable, bits > 0 else { return }
    var offset = start
    for (usage, count) in usages.shared(by: state.count, on: state.page) {
      inputs.append(
        HIDField(reportID: state.reportID, usage: usage, offset: offset, size: state.size, count: count))
      offset += state.size * count
    }
  }
}
