/// What a USB device says of itself, as the bus reads it: its descriptors are made from these values.
struct USBDevice: Sendable {
  var vendor: UInt16
  var product: UInt16
  /// `bcdDevice`: drivers tell chips by it.
  var version: UInt16 = 0x0100
  /// The strings that it has; cheap scanners have none, and most have no serial number.
  var maker: String?
  var model: String?
  var serial: String?
  /// Class and subclass of the whole device; 0: each interface says its own.
  var kind: (UInt8, UInt8) = (0, 0)
  var interfaces: [USBInterface]

  /// What it answers to a request on endpoint 0 that reads; nil: it stalls.
  func answer(to request: Request) -> [UInt8]? {
    switch (request.isStandard, request.code, request.value >> 8) {
    case (true, Request.getDescriptor, 1): descriptor
    case (true, Request.getDescriptor, 2): configuration
    case (true, Request.getDescriptor, 3): string(at: Int(request.value & 0xFF))
    case (true, Request.getDescriptor, 0x22): interface(Int(request.index))?.reportDescriptor
    case (true, Request.getStatus, _): [0, 0]
    default: nil
    }
  }

  /// The eight bytes that begin a transfer on endpoint 0.
  struct Request {
    static let getStatus: UInt8 = 0
    static let getDescriptor: UInt8 = 6

    var type: UInt8
    var code: UInt8
    var value: UInt16
    var index: UInt16

    var reads: Bool { type & 0x80 != 0 }
    var isStandard: Bool { type & 0x60 == 0 }
  }

  private var descriptor: [UInt8] {
    [18, 1] + UInt16(0x0200).usb + [kind.0, kind.1, 0, 64] + vendor.usb + product.usb + version.usb
      + [maker == nil ? 0 : 1, model == nil ? 0 : 2, serial == nil ? 0 : 3, 1]
  }

  private var configuration: [UInt8] {
    let body = interfaces.enumerated().flatMap { number, interface in interface.descriptors(number: UInt8(number)) }
    return [9, 2] + UInt16(9 + body.count).usb + [UInt8(interfaces.count), 1, 0, 0x80, 50] + body
  }

  private func string(at index: Int) -> [UInt8]? {
    if index == 0 { return [4, 3] + UInt16(0x0409).usb }
    guard (1...3).contains(index), let text = [maker, model, serial][index - 1] else { return nil }
    let units = text.utf16.flatMap(\.usb)
    return [UInt8(units.count + 2), 3] + units
  }

  private func interface(_ number: Int) -> USBInterface? {
    interfaces.indices.contains(number) ? interfaces[number] : nil
  }
}

extension UInt16 {
  /// As USB sends it, low byte first.
  var usb: [UInt8] { [UInt8(self & 0xFF), UInt8(self >> 8)] }
}
