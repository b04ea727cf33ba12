import Devices
import Testing

@Suite("A scanner's serial number")
struct ScannerDeviceTests {
  @Test("counts as none where the firmware has none", arguments: ["", "XXXXXX", "0000000000", "   ", "____", "0", "-"])
  func placeholder(serial: String) {
    #expect(ScannerDevice(devnode: "", syspath: "", isMarked: false, serial: serial).serial == nil)
  }

  @Test("counts where it is one", arguments: ["S/N:0A1B", "17053010501234", "X1", "007"])
  func real(serial: String) {
    #expect(ScannerDevice(devnode: "", syspath: "", isMarked: false, serial: serial).serial == serial)
  }
}
