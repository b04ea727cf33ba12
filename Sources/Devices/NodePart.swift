/// What a node is to its lane, told from all nodes that fit the lane.
///
/// A lane's scanner is a plug: one that brings a second keyboard feeds its lane through both. Through one transport
/// only, though: a keyboard and a HID POS interface may both carry the same scan.
package enum NodePart: Hashable, Sendable {
  /// What it reads is the lane's.
  case feeds
  /// It is held, so that its keys reach no console, and what it reads is thrown away.
  case kept
  /// It is not opened: another node of its plug feeds the lane, and nothing of this one reaches a console.
  case left

  package init(of device: ScannerDevice, among all: [ScannerDevice]) {
    guard device.transport == Self.transport(of: all.filter { $0.plug == device.plug }) else {
      self = device.transport == .wedge ? .kept : .left
      return
    }
    self = device.types && Self.contenders(among: all).count < 2 ? .feeds : .kept
  }

  /// One device a plug, of those through which scans come: a lane with two has none.
  static func contenders(among all: [ScannerDevice]) -> [ScannerDevice] {
    all.filter(\.types).reduce(into: []) { contenders, device in
      if !contenders.contains(where: { $0.plug == device.plug }) { contenders.append(device) }
    }
  }

  /// How a plug feeds its lane: as a rule marked it, else by the first transport that it has.
  private static func transport(of plug: [ScannerDevice]) -> ScannerDevice.Transport? {
    let scanners = plug.filter(\.types)
    let marked = scanners.filter { $0.isMarked }
    let choice = marked.isEmpty ? scanners : marked
    return ScannerDevice.Transport.allCases.first { transport in choice.contains { $0.transport == transport } }
  }
}
