import Devices
import Settings
import Testing

@testable import Station

@Suite("A node that is plugged in")
struct PluggedNodeTests {
  private func device(
    _ number: Int = 7, _ transport: ScannerDevice.Transport = .wedge, isMarked: Bool = false,
    usbID: String? = "05e0:1200", types: Bool = true
  ) -> ScannerDevice {
    ScannerDevice(
      devnode: "/dev/node\(number)", syspath: "/sys/\(number)", transport: transport, isMarked: isMarked, usbID: usbID,
      port: "pci-usb-0:\(number):1.0", name: "Gun", types: types)
  }

  private func nodes(
    _ devices: ScannerDevice..., matches: [ScannerMatch] = [], error: DeviceError? = nil, holders: [NodeHolder] = []
  ) -> [PluggedNode] {
    var configuration = Configuration(hostName: "station-7")
    configuration.scanners = matches.enumerated().map { ScannerSettings(lane: "\($0 + 1)", match: $1) }
    return PluggedNode.all(of: devices, by: configuration, rights: { _ in error }, holders: { _ in holders })
  }

  @Test("may be a scanner where a rule or an entry says so, where bar codes or lines come out of it, or USB keys")
  func mayBeScanner() {
    #expect(nodes(device(isMarked: true))[0].mayBeScanner)
    #expect(nodes(device())[0].mayBeScanner)
    #expect(nodes(device(usbID: nil), matches: [ScannerMatch(.model, "Gun")])[0].mayBeScanner)
    #expect(nodes(device(7, .cdc, usbID: nil))[0].mayBeScanner)
    #expect(!nodes(device(usbID: nil))[0].mayBeScanner)
    #expect(!nodes(device(types: false))[0].mayBeScanner)
  }

  @Test("is usable where its lane has it alone and we may read it")
  func isUsable() {
    #expect(nodes(device(isMarked: true))[0].isUsable)
    #expect(!nodes(device())[0].isUsable)
    #expect(!nodes(device(isMarked: true), error: DeviceError(.open, "/dev/node7", code: 13))[0].isUsable)
    let plug = [device(isMarked: true), device(7, .hidPOS)].map { device in
      var device = device
      device.plug = "/sys/plug"
      return device
    }
    let both = nodes(plug[0], plug[1], matches: [ScannerMatch(.port, "pci-usb-0:7")])
    #expect(both[0].isUsable && !both[1].isUsable)
    #expect(both[1].lines[1].contains("reads another node of its plug"))
    let twins = nodes(device(7), device(8), matches: [ScannerMatch(.model, "Gun")])
    #expect(!twins[0].isUsable && !twins[1].isUsable)
  }

  @Test("says why it has its lane, or none")
  func lane() {
    #expect(nodes(device(isMarked: true))[0].lines[1] == "  lane pci-usb-0:7: marked by a udev rule")
    let matches = [ScannerMatch(.serial, "S9"), ScannerMatch(.port, "pci-usb-0:7")]
    #expect(nodes(device(), matches: matches)[0].lines[1] == "  lane 2: entry 2 of scanners:, by port")
    let other = [ScannerMatch(.serial, "S9")]
    #expect(nodes(device(isMarked: true), matches: other)[0].lines[1].contains("no entry of scanners: names it"))
    #expect(nodes(device())[0].lines[1].hasSuffix("never opened. If it is a scanner: scangate identify"))
    #expect(nodes(device(7, .cdc))[0].lines[1].hasSuffix("scangate devices --rule /dev/node7"))
  }

  @Test("says what is in the way only where a lane wants it, and who has it open")
  func troubles() {
    let error = DeviceError(.open, "/dev/node7", code: 13)
    #expect(nodes(device(isMarked: true), error: error)[0].lines.contains { $0.contains("cannot open /dev/node7") })
    #expect(!nodes(device(), error: error)[0].lines.contains { $0.contains("cannot open") })
    let holder = NodeHolder(pid: 812, command: "scangate")
    #expect(nodes(device(isMarked: true), holders: [holder])[0].lines.last == "  open in scangate (pid 812)")
  }

  @Test("is one JSON object with the same keys, whatever is known of it")
  func json() {
    let known = nodes(device(isMarked: true), holders: [NodeHolder(pid: 1, command: "x")])[0].json.closed
    let bare = nodes(device(usbID: nil))[0].json.closed
    for key in ["lane", "matched", "entry", "usb", "serial", "port", "trouble", "holders"] {
      #expect(known.contains("\"\(key)\":") && bare.contains("\"\(key)\":"))
    }
    #expect(known.contains(#""holders":[{"pid":1,"command":"x"}]"#) && bare.contains(#""entry":null"#))
  }
}
