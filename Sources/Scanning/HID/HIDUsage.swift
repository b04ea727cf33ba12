/// What a HID field or collection is for: an entry of a usage page (USB HID Usage Tables).
package struct HIDUsage: Hashable, Sendable {
  package var page: UInt16
  package var id: UInt16

  package init(page: UInt16, id: UInt16) {
    self.page = page
    self.id = id
  }
}

/// Those of a bar code scanner: page 0x8C of the HID Point of Sale Usage Tables 1.02, and the count that stands beside
/// its data.
extension HIDUsage {
  package static let barCodeScanner = barCode(0x02)
  /// The three bytes of the AIM identifier.
  package static let symbologyIdentifier = [barCode(0xFB), barCode(0xFC), barCode(0xFD)]
  package static let decodedData = barCode(0xFE)
  /// The next report goes on with this one's data.
  package static let decodeDataContinued = barCode(0xFF)
  /// Generic Desktop: how many bytes of the data count.
  package static let byteCount = HIDUsage(page: 0x01, id: 0x3B)

  private static func barCode(_ id: UInt16) -> HIDUsage {
    HIDUsage(page: 0x8C, id: id)
  }
}
