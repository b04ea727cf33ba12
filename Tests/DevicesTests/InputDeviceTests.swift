import CMockInput
import Devices
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("opens an event node", .enabled(if: TestBed.isPossible))
  struct InputDeviceTests {
    private let bed: TestBed

    init() throws {
      bed = try TestBed()
    }

    @Test("and learns the keys it has and those that are down")
    func capabilities() throws {
      let scanner = try bed.plugIn(event: 7)
      let device = try InputDevice(opening: scanner.devnode)
      let (keys, canType) = (device.keys, device.canType)
      #expect(canType)
      #expect(keys.contains(.kpDot) && !keys.contains(.kpSlash))

      scanner.pressedKey = .kp5
      let pressed = try device.pressedKeys()
      #expect(pressed.contains(.kp5) && !pressed.contains(.kp4) && !pressed.isEmpty)
    }

    @Test("and reads its events as they were, with the kernel's time")
    func events() throws {
      let scanner = try bed.plugIn(event: 7)
      let device = try InputDevice(opening: scanner.devnode)
      let before = EventTime.now()
      scanner.type("7")

      var events: [InputEvent] = []
      let count = try device.read { events.append($0) }
      #expect(count == 4)
      #expect(events.map(\.code) == [KeyCode.digit7.rawValue, 0, KeyCode.digit7.rawValue, 0])
      #expect(events.map(\.value) == [1, 0, 0, 0])
      #expect(events.allSatisfy { $0.time > before && $0.time - before < .seconds(2) })
    }
  }
}
