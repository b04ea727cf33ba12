import Devices
import Settings
import Testing

@testable import Station

/// What is told of scanners that come and go.
@Suite struct ScannerRollTests {
  private static let ports = LanePlan(of: ScannerMatch(.port, "p1"), ScannerMatch(.port, "p2"))

  @Test("a scanner is told with its socket, and nothing more where all is as before")
  func asBefore() {
    var roll = ScannerRoll.after([.plain("p1")], plan: Self.ports)
    #expect(roll.tell(.attached(lane: "1", .plain("p1"))) == ["1 attached Voyager on p1"])
    #expect(roll.tell(.detached(lane: "1", .plain("p1"), .unplugged)) == ["1 detached Voyager on p1: unplugged"])
    #expect(roll.tell(.attached(lane: "1", .plain("p1"))) == ["1 attached Voyager on p1"])
  }

  @Test("twins that were away together are told on both lanes; one that was away alone is not")
  func twins() {
    var roll = ScannerRoll.after([.plain("p1"), .plain("p2")], plan: Self.ports)
    func away(_ lane: Int) { _ = roll.tell(.detached(lane: "\(lane)", .plain("p\(lane)"), .unplugged)) }
    func back(_ lane: Int) -> String { roll.tell(.attached(lane: "\(lane)", .plain("p\(lane)"))).joined() }
    for lane in [1, 2] {
      away(lane)
      #expect(!back(lane).contains("twins"))
    }
    away(2)
    away(1)
    for lane in [1, 2] {
      #expect(
        back(lane) == """
          \(lane) attached Voyager on p\(lane): ! lanes 1 and 2 have twins, which were away together: check that each \
          scanner is at its own lane: scan the lane's own test unit
          """)
    }
    away(1)
    #expect(!back(1).contains("twins"), "told once")
  }

  @Test("scanners of different models or with serial numbers are no twins, and a read error is no way to swap them")
  func noTwins() {
    let pairs: [(ScannerDevice, ScannerDevice)] = [
      (.plain("p1"), .other("p2")), (.numbered("S1", "p1"), .numbered("S2", "p2")),
      (.nameless("p1"), .nameless("p2")),
    ]
    let failure = DetachCause.failed(DeviceError(.read, "/dev/input/event1", code: 22))
    let cases = pairs.map { ($0, DetachCause.unplugged) } + [((.plain("p1"), .plain("p2")), failure)]
    for ((first, second), cause) in cases {
      var roll = ScannerRoll.after([first, second], plan: Self.ports)
      _ = roll.tell(.detached(lane: "1", first, cause))
      _ = roll.tell(.detached(lane: "2", second, cause))
      #expect(roll.tell(.attached(lane: "1", first)) == ["1 attached \(first.title)"])
    }
  }

  @Test("what was seen before the start counts, once all that is plugged in has been seen")
  func afterRestart() {
    let yesterday = [Sighting(of: .plain("p1"), on: "1"), Sighting(of: .plain("p2"), on: "2")]
    var roll = ScannerRoll(Sightings(yesterday, plan: Self.ports))
    #expect(roll.tell(.unclaimed(.plain("p3"))) == [])
    #expect(roll.tell(.attached(lane: "1", .plain("p1"))) == [])
    #expect(
      roll.tell(.enumerated) == [
        """
        - unclaimed Voyager on p3: ! lane 2's scanner is now on port p3: plug it back, or change the lane's port \
        (told by its model)
        """,
        "1 attached Voyager on p1",
      ])
    #expect(roll.tell(.attached(lane: "2", .plain("p2"))).first == "2 attached Voyager on p2")
  }

  @Test("twins that were both away at the start are told when they come")
  func twinsAfterRestart() {
    let yesterday = [Sighting(of: .plain("p1"), on: "1"), Sighting(of: .plain("p2"), on: "2")]
    var roll = ScannerRoll(Sightings(yesterday, plan: Self.ports))
    #expect(roll.tell(.enumerated) == [])
    #expect(roll.tell(.attached(lane: "2", .plain("p2"))).joined().contains("lanes 1 and 2 have twins"))
  }

  @Test("lanes that the configuration no longer has are forgotten")
  func formerLanes() {
    let yesterday = [Sighting(of: .plain("p9"), on: "9"), Sighting(of: .plain("p1"), on: "1")]
    #expect(Sightings(yesterday, plan: Self.ports).all.map(\.lane) == ["1"])
    #expect(Sightings(yesterday, plan: .automatic).all == [])
  }

  @Test("scanners that fit one lane are told by name, with what to do")
  func contested() {
    var roll = ScannerRoll.after([.plain("p1")], plan: Self.ports)
    #expect(
      roll.tell(.contested(lane: "1", [.plain("p1"), .other("p2")])) == [
        """
        1 detached Voyager on p1, Xenon on p2: 2 scanners fit lane 1: unplug all but one, or name the lane by port
        """
      ])
    #expect(roll.tell(.attached(lane: "1", .plain("p1"))) == ["1 attached Voyager on p1"])
  }

  @Test("that nothing is seen of scanners that come is told, and so is its end")
  func monitor() {
    var roll = ScannerRoll.after([], plan: Self.ports)
    #expect(roll.tell(.enumerated) == [])
    let lost = roll.tell(.monitorLost(DeviceError(.watch, "/sys", code: 1))).joined()
    #expect(lost.hasPrefix("- unwatched udev: cannot watch"))
    #expect(roll.tell(.enumerated) == ["- watched udev"])
  }
}
