import Devices
import Testing

@Suite("A udev rule for a scanner")
struct UdevRuleTests {
  private func device(
    _ transport: ScannerDevice.Transport = .wedge, usbID: String? = "05e0:1200", serial: String? = nil,
    port: String? = "pci-usb-0:3:1.0", name: String? = "Gun", plug: String = "/sys/1-3"
  ) -> ScannerDevice {
    ScannerDevice(
      devnode: "/dev/node", syspath: "/sys/node", transport: transport, isMarked: false, plug: plug, usbID: usbID,
      serial: serial, port: port, name: name)
  }

  @Test("marks every node of the id in any socket")
  func byID() throws {
    let rule = try #require(UdevRule(marking: device(), inItsSocketOnly: false))
    #expect(
      rule.description == """
        # Gun
        ACTION!="remove", SUBSYSTEM=="input", KERNEL=="event*", ENV{ID_INPUT_KEY}=="1", ENV{ID_VENDOR_ID}=="05e0", \
        ENV{ID_MODEL_ID}=="1200", ENV{SCANGATE_SCANNER}="wedge"
        """)
    #expect(rule.marks(device(port: "pci-usb-0:4:1.0")))
    #expect(!rule.marks(device(usbID: "05e0:1201")))
    #expect(!rule.marks(device(.hidPOS)))
    #expect(rule.commands.last == "sudo udevadm trigger --subsystem-match=input")
  }

  @Test("marks one device by its serial number, or its socket by whatever interface")
  func narrower() throws {
    let bySerial = try #require(UdevRule(marking: device(serial: "S1"), inItsSocketOnly: false))
    #expect(bySerial.description.contains(#", ENV{ID_SERIAL_SHORT}=="S1", "#))
    #expect(bySerial.marks(device(serial: "S1", port: nil)) && !bySerial.marks(device(serial: "S2")))

    let byPort = try #require(UdevRule(marking: device(serial: "S1"), inItsSocketOnly: true))
    #expect(byPort.description.contains(#", ENV{ID_PATH}=="pci-usb-0:3|pci-usb-0:3:*", "#))
    #expect(!byPort.description.contains("SERIAL"))
    #expect(byPort.marks(device(port: "pci-usb-0:3:1.1")) && !byPort.marks(device(port: "pci-usb-0:31:1.0")))
  }

  @Test("is for the socket alone where another device looks the same, but for its own nodes")
  func besides() throws {
    let gun = device()
    let other = device(port: "pci-usb-0:4:1.0", plug: "/sys/1-4")
    let byID = try #require(UdevRule(marking: gun, besides: [gun, device(port: "pci-usb-0:3:1.1")]))
    #expect(byID.takesToo(other))
    let byPort = try #require(UdevRule(marking: gun, besides: [gun, other]))
    #expect(!byPort.takesToo(other))
  }

  @Test("names a HID POS node's USB device, and looks up its port, which udev has not")
  func otherTransports() throws {
    let hidPOS = try #require(UdevRule(marking: device(.hidPOS, serial: "S1"), inItsSocketOnly: false)).description
    #expect(
      hidPOS == """
        # Gun
        ACTION!="remove", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="05e0", ATTRS{idProduct}=="1200", \
        ATTRS{serial}=="S1", ENV{SCANGATE_SCANNER}="hidpos"
        """)
    let byPort = try #require(UdevRule(marking: device(.hidPOS), inItsSocketOnly: true)).description
    #expect(byPort.split(separator: "\n")[1] == #"ACTION!="remove", SUBSYSTEM=="hidraw", IMPORT{builtin}="path_id""#)
    let serial = try #require(UdevRule(marking: device(.cdc), inItsSocketOnly: false)).description
    #expect(serial.contains(#"SUBSYSTEM=="tty", ENV{ID_VENDOR_ID}=="05e0""#))
  }

  @Test("is none for a device without a USB id, or whose words would mean something else in a rule")
  func none() {
    #expect(UdevRule(marking: device(usbID: nil), inItsSocketOnly: false) == nil)
    #expect(UdevRule(marking: device(port: nil), inItsSocketOnly: true) == nil)
    for serial in ["S\"", "S*", "S|T", "S\nT", "S T", "[S]"] {
      #expect(UdevRule(marking: device(serial: serial), inItsSocketOnly: false) == nil)
    }
  }

  @Test("has a hostile name escaped in its comment")
  func hostileName() throws {
    let rule = try #require(UdevRule(marking: device(name: "Gun\nACTION==\"add\""), inItsSocketOnly: false))
    #expect(rule.description.split(separator: "\n").count == 2)
  }
}
