import Devices
import Gating
import Testing

@testable import Station

@Suite("What a record says of a lane's scanner and light")
struct LaneEquipmentTests {
  static let scanner = ScannerDevice(
    devnode: "/dev/input/event7", syspath: "/sys/7", isMarked: true, port: "p1", name: "Voyager")

  private static func light(_ state: IndicatorChange.State, lane: String?) -> StationEvent {
    .indicator(IndicatorChange(at: ScreenScene.time(""), lane: lane, state: state, indicator: "lcus on /dev/light"))
  }

  @Test("nothing where the lane has neither")
  func none() throws {
    let equipment = LaneEquipment()
    #expect(equipment.scanner(of: "1") == nil)
    #expect(equipment.indicator(for: try .pass("A1", at: "")) == nil)
  }

  @Test("the signal is that of the verdict, and none where it is shown to nobody, or the light is lost")
  func signal() throws {
    var equipment = LaneEquipment()
    var record = try VerdictRecord.pass("A1", at: "")
    for lane in ["1", nil] {
      equipment.receive(Self.light(.attached, lane: lane))
      #expect(
        equipment.indicator(for: record)?.closed
          == #"{"indicator":"lcus on /dev/light","state":"attached","signal":"PASS"}"#)
    }
    record.shown = false
    #expect(equipment.indicator(for: record)?.closed.hasSuffix(#""signal":null}"#) == true)
    record.shown = true
    equipment.receive(Self.light(.detached, lane: "1"))
    #expect(
      equipment.indicator(for: record)?.closed
        == #"{"indicator":"lcus on /dev/light","state":"detached","signal":null}"#)
  }

  @Test("the scanner stays the one that was there last, whose last scan may still come")
  func scanner() {
    var equipment = LaneEquipment()
    for (state, device) in [(ScannerChange.State.attached, Self.scanner as ScannerDevice?), (.detached, nil)] {
      equipment.receive(
        .scanner(ScannerChange(at: ScreenScene.time(""), lane: "1", state: state, scanner: "V", device: device)))
      #expect(equipment.scanner(of: "1")?.closed == #"{"model":"Voyager","serial":null,"port":"p1"}"#)
    }
  }
}
