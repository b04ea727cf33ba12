import CMockInput
import Devices
import Glibc
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("has sent to a serial port", .enabled(if: TestBed.isPossible))
  struct SerialLinkTests {
    private let bed: NodeBed
    private let node: MockNode
    private let link: SerialLink

    init() throws {
      bed = try NodeBed()
      node = try bed.serial(at: "/dev/ttyUSB0")
      link = SerialLink(try SerialPort(opening: "/dev/ttyUSB0"), wakeUp: try WakeUp())
    }

    @Test("what its device has taken, and not before")
    func taken() throws {
      node.hold(unsent: 3)
      var looks = 0
      try link.write([1, 2, 3]) {
        looks += 1
        if looks == 3 { node.hold(unsent: 0) }
        return .now() + .seconds(10)
      }
      #expect(looks == 3)
      #expect(node.pty?.read(3) == [1, 2, 3])
    }

    @Test("nothing that its device does not take in time")
    func stalled() throws {
      node.hold(unsent: 1)
      let deadline = EventTime.now()
      let error = #expect(throws: DeviceError.self) { try link.write([1]) { deadline } }
      #expect(error == DeviceError(.write, "/dev/ttyUSB0", code: ETIMEDOUT))
    }
  }
}
