import Devices
import Settings
import Testing

@testable import Station

/// What is told of a scanner that is not where it was.
@Suite struct ScannerRemarkTests {
  private static let ports = LanePlan(of: ScannerMatch(.port, "p1"), ScannerMatch(.port, "p2"))

  @Test("the like of a lost lane's scanner on a port without lane is told as it, until that lane has its own")
  func strayed() {
    var roll = ScannerRoll.after([.plain("p1"), .other("p2")], plan: Self.ports)
    _ = roll.tell(.detached(lane: "1", .plain("p1"), .unplugged))
    #expect(
      roll.tell(.unclaimed(.plain("p3"))) == [
        """
        - unclaimed Voyager on p3: ! lane 1's scanner is now on port p3: plug it back, or change the lane's port \
        (told by its model)
        """
      ])
    #expect(
      roll.tell(.attached(lane: "1", .plain("p1"))) == [
        "1 attached Voyager on p1", "- unclaimed Voyager on p3: new here, not set up; lead: scangate identify",
      ])
    #expect(roll.tell(.unclaimedGone(.plain("p3"))) == ["- detached Voyager on p3: unplugged"])
  }

  @Test(
    "what was there before the lane lost its scanner, is of another model or has another serial number, is not it",
    arguments: [
      (ScannerDevice.numbered("S1", "p1"), ScannerDevice.numbered("S2", "p3")),
      (.numbered("S1", "p1"), .plain("p3")),
      (.plain("p1"), .other("p3")),
      (.nameless("p1"), .nameless("p3")),
    ])
  func notStrayed(lost: ScannerDevice, found: ScannerDevice) {
    var roll = ScannerRoll.after([lost], plan: Self.ports)
    _ = roll.tell(.detached(lane: "1", lost, .unplugged))
    #expect(roll.tell(.unclaimed(found)).allSatisfy { $0.contains("new here") })

    var crowded = ScannerRoll.after([.plain("p1")], plan: Self.ports)
    #expect(crowded.tell(.unclaimed(.plain("p3"))).allSatisfy { $0.contains("new here") })
    #expect(crowded.tell(.detached(lane: "1", .plain("p1"), .unplugged)).count == 1)
  }

  @Test("of two lanes that lost twins, the scanner may be either's")
  func eithersScanner() {
    var roll = ScannerRoll.after([.plain("p1"), .plain("p2")], plan: Self.ports)
    for (lane, port) in [("1", "p1"), ("2", "p2")] { _ = roll.tell(.detached(lane: lane, .plain(port), .unplugged)) }
    let either = roll.tell(.unclaimed(.plain("p3"))).last
    #expect(either?.contains("lane 1's or lane 2's scanner is now on port p3") == true)
    let second = roll.tell(.attached(lane: "1", .plain("p1"))).last
    #expect(second?.contains(": ! lane 2's scanner is now on port p3") == true)
  }

  @Test("a serial number tells that a lane has another lane's scanner, each time, and both homes are kept")
  func foreignScanner() {
    var roll = ScannerRoll.after([.numbered("S1", "p1"), .numbered("S2", "p2")], plan: Self.ports)
    for lane in 1...2 { _ = roll.tell(.detached(lane: "\(lane)", .numbered("S\(lane)", "p\(lane)"), .unplugged)) }
    for _ in 1...2 {
      #expect(
        roll.tell(.attached(lane: "1", .numbered("S2", "p1"))) == [
          """
          1 attached Voyager on p1: ! lane 2's scanner is now on port p1: plug it back, or go on here \
          (told by its serial number)
          """
        ])
      _ = roll.tell(.detached(lane: "1", .numbered("S2", "p1"), .unplugged))
    }
    #expect(roll.tell(.attached(lane: "2", .numbered("S2", "p2"))) == ["2 attached Voyager on p2"])
  }

  @Test(
    "scanners whose serial numbers tell that they were swapped overnight are both told, and again until swapped back")
  func swapped() {
    let homes = [Sighting(of: .numbered("S1", "p1"), on: "1"), Sighting(of: .numbered("S2", "p2"), on: "2")]
    var roll = ScannerRoll(Sightings(homes, plan: Self.ports))
    _ = roll.tell(.attached(lane: "1", .numbered("S2", "p1")))
    _ = roll.tell(.attached(lane: "2", .numbered("S1", "p2")))
    let told = roll.tell(.enumerated)
    #expect(told.map { $0.contains("lane 2's scanner is now on port p1") } == [true, false])
    #expect(told.map { $0.contains("lane 1's scanner is now on port p2") } == [false, true])
    #expect(roll.sightings.all == homes)
  }

  @Test("a serial number that several scanners have proves nothing")
  func sharedSerial() {
    var roll = ScannerRoll.after([.numbered("S1", "p1"), .numbered("S1", "p2")], plan: Self.ports)
    #expect(roll.sightings.all.map(\.lane) == ["1", "2"])
    #expect(roll.tell(.unclaimed(.numbered("S1", "p3"))).joined().contains("new here"))
    for lane in 1...2 { _ = roll.tell(.detached(lane: "\(lane)", .numbered("S1", "p\(lane)"), .unplugged)) }
    #expect(roll.tell(.attached(lane: "1", .numbered("S1", "p1"))).joined().contains("lanes 1 and 2 have twins"))
  }

  @Test("a lane that gets another lane's model while that one is away is told whose it may be, and both homes are kept")
  func foreignModel() {
    var roll = ScannerRoll.after([.plain("p1"), .other("p2")], plan: Self.ports)
    let homes = roll.sightings.all
    _ = roll.tell(.detached(lane: "1", .plain("p1"), .unplugged))
    _ = roll.tell(.detached(lane: "2", .other("p2"), .unplugged))
    #expect(roll.tell(.attached(lane: "1", .other("p1"))).joined().contains("lane 2's scanner is now on port p1"))
    #expect(roll.sightings.all == homes)
  }

  @Test("another model in a lane's socket is told, another scanner of the same model is not")
  func otherModel() {
    var roll = ScannerRoll.after([.plain("p1"), .plain("p2")], plan: Self.ports)
    #expect(
      roll.tell(.attached(lane: "1", .other("p1"))) == [
        "1 attached Xenon on p1: ! another model than before (Voyager): check that it is set up like it: scangate identify"
      ])
    #expect(roll.tell(.attached(lane: "1", .other("p1"))) == ["1 attached Xenon on p1"])
    #expect(roll.tell(.attached(lane: "2", .numbered("S5", "p2"))) == ["2 attached Voyager on p2"])

    var byModel = ScannerRoll.after([.plain("p1")], plan: LanePlan(of: ScannerMatch(.model, "Voyager")))
    var otherVersion = ScannerDevice.plain("p1")
    otherVersion.usbID = "0c2e:0b61"
    #expect(byModel.tell(.attached(lane: "1", otherVersion)) == ["1 attached Voyager on p1"])
  }

  @Test("a lane by serial number takes its scanner in any socket, which is told and is nothing to look after")
  func movedBySerial() {
    let plan = LanePlan(of: ScannerMatch(.serial, "S1"), ScannerMatch(.port, "p2"))
    var roll = ScannerRoll.after([.numbered("S1", "p1")], plan: plan)
    _ = roll.tell(.detached(lane: "1", .numbered("S1", "p1"), .unplugged))
    #expect(
      roll.tell(.attached(lane: "1", .numbered("S1", "p4"))) == ["1 attached Voyager on p4: on port p1 before"])
  }

  @Test("without `scanners:` a socket's new lane says whose scanner it has, and that one is forgotten there")
  func automaticLanes() {
    var roll = ScannerRoll.after([.plain("p1"), .numbered("S1", "p2")], plan: .automatic)
    _ = roll.tell(.detached(lane: "p1", .plain("p1"), .unplugged))
    let told = roll.tell(.attached(lane: "p5", .plain("p5")))
    #expect(
      told == [
        """
        p5 attached Voyager on p5: ! lane p1's scanner is now on port p5: plug it back, or go on here (told by its model)
        """
      ])
    #expect(roll.sightings.all.map(\.lane) == ["S1", "p5"])
    #expect(roll.tell(.attached(lane: "S1", .numbered("S1", "p3"))) == ["S1 attached Voyager on p3: on port p2 before"])
  }
}
