import Scanning
import Testing

@testable import Devices

@Suite("A marked device without a lane")
struct UnclaimedTests {
  @Test("is told as gone where it went while nobody watched, and one that is still there is not told again")
  func goneUnseen() {
    let devices = [7, 8].map { ScannerDevice(devnode: "/dev/input/event\($0)", syspath: "/sys/\($0)", isMarked: true) }
    var told: [DeviceEvent] = []
    var claims = Claims(assign: { _ in nil }, report: { told.append($0) })
    claims.considerAll(devices)
    claims.considerAll([devices[1]])
    #expect(told == [.unclaimed(devices[0]), .unclaimed(devices[1]), .unclaimedGone(devices[0])])
  }
}
