import Testing

@testable import Devices

@Suite("The part of a node")
struct NodePartTests {
  private static func node(
    _ transport: ScannerDevice.Transport, plug: String = "1-1", isMarked: Bool = false, types: Bool = true
  ) -> ScannerDevice {
    ScannerDevice(
      devnode: "/dev/\(transport)", syspath: "/sys/\(plug)/\(transport)/\(types)", transport: transport,
      isMarked: isMarked, plug: plug, types: types)
  }

  private func parts(_ devices: ScannerDevice...) -> [NodePart] {
    devices.map { NodePart(of: $0, among: devices) }
  }

  @Test("is to feed the lane, through whatever transport", arguments: ScannerDevice.Transport.allCases)
  func alone(transport: ScannerDevice.Transport) {
    #expect(parts(Self.node(transport)) == [.feeds])
  }

  @Test("is one of several, where a plug has more transports: a scan comes once")
  func transports() {
    #expect(parts(Self.node(.cdc), Self.node(.hidPOS), Self.node(.wedge)) == [.left, .left, .feeds])
    #expect(parts(Self.node(.cdc), Self.node(.hidPOS)) == [.left, .feeds])
  }

  @Test("is as the rule marks it, and a keyboard that does not feed is kept from the console")
  func marked() {
    #expect(parts(Self.node(.wedge), Self.node(.hidPOS, isMarked: true)) == [.kept, .feeds])
    #expect(parts(Self.node(.wedge, isMarked: true), Self.node(.hidPOS)) == [.feeds, .left])
    // Volume keys that are marked make no scanner of their plug's other nodes.
    #expect(
      parts(Self.node(.wedge, isMarked: true, types: false), Self.node(.hidPOS, isMarked: true)) == [.kept, .feeds])
  }

  @Test("is to be kept, of two plugs that fit one lane")
  func contested() {
    #expect(
      parts(Self.node(.wedge), Self.node(.wedge, plug: "1-2"), Self.node(.cdc, plug: "1-2")) == [.kept, .kept, .left])
    #expect(parts(Self.node(.cdc), Self.node(.cdc, plug: "1-2")) == [.kept, .kept])
  }

  @Test("is not contested by volume keys alone")
  func volumeKeys() {
    #expect(parts(Self.node(.wedge), Self.node(.wedge, plug: "1-2", types: false)) == [.feeds, .kept])
  }
}
