import Devices
import Foundation
import Gating
import Glibc
import Scanning
import Signals
import Testing

@testable import Station

@Suite("A light", .timeLimit(.minutes(1)))
struct LightTests {
  private let device: FakeLight

  init() throws {
    device = try FakeLight()
  }

  @Test("is safe first, then shows what its lane shows, dark between verdicts, PASS for its time")
  func walk() async throws {
    let bench = try LightBench(.letters, passTime: .milliseconds(200), on: device)
    // Safe at opening; nothing else was said yet.
    try expect(device, reads: "ss")
    #expect(try await bench.report() == nil)
    for (signal, letters) in [
      (Signal.ready, "r"), (.reading, "k"), (.checking, "c"), (.fail, "F"), (.noVerdict, "kN"), (.pass, "kPr"),
      (.hold, "h"), (.scannerLost, "l"),
    ] {
      bench.show(signal)
      try expect(device, reads: letters)
    }
    bench.stop()
    #expect(String(decoding: device.rest(), as: UTF8.self) == "s")
  }

  @Test("shows the newest of the messages that came while it was busy")
  func newestWins() throws {
    var profile = try Profile.letters
    profile.gap = .milliseconds(200)
    let bench = try LightBench(profile, on: device)
    try expect(device, reads: "s")
    for signal in [Signal.pass, .fail, .hold, .ready] { bench.show(signal) }
    try expect(device, reads: "r")
    bench.stop()
    #expect(String(decoding: device.rest(), as: UTF8.self) == "s")
  }

  @Test("is sent what its profile says of a verdict's views, the number as it was scanned without its commands")
  func views() throws {
    let bench = try LightBench(.writing { "<\($0.rawValue) {serial} {lane}>" }, on: device)
    try expect(device, reads: "<stopping  ><stopping  >")
    bench.light.tell(.view(lane: "2", .ready))
    bench.light.tell(.view(lane: "1", .verdict(try .fail("SN-1", at: "2026-11-23T14:00:00Z"))))
    try expect(device, reads: "<fail SN-1 1>")
    let hostile = VerdictRecord.noVerdict("a>\r<pass", .badScan, "", at: "2026-11-23T14:00:00Z")
    bench.light.tell(.view(lane: "1", .verdict(hostile)))
    try expect(device, reads: "<reading  1><no_verdict apass 1>")
  }

  @Test("beeps once for PASS, twice for FAIL, where the site wants it")
  func buzzer() throws {
    var profile = try Profile.letters
    profile.buzzer = Buzzer(on: [.bytes(try Template(text: "B"))], off: [.bytes(try Template(text: "b"))])
    profile.buzzer?.beep = .milliseconds(20)
    let bench = try LightBench(profile, isBuzzing: true, on: device)
    try expect(device, reads: "sbsb")
    bench.show(.fail)
    try expect(device, reads: "FbBbBb")
    bench.stop()
    #expect(String(decoding: device.rest(), as: UTF8.self) == "sb")
  }

  @Test("that flashes by our hand is given up at once for the next message, and never written to late")
  func flashing() throws {
    var profile = Profile(light: "flashing") { signal in
      guard let on = try? Template(text: signal == .pass ? "P" : "x"), let off = try? Template(text: "o") else {
        return Picture(on: [])
      }
      return Picture(on: [.bytes(on)], off: signal == .hold ? [.bytes(off)] : [])
    }
    profile.flashing.period = .milliseconds(60)
    let bench = try LightBench(profile, on: device)
    try expect(device, reads: "xx")
    bench.show(.hold)
    try expect(device, reads: "xoxoxo")
    bench.show(.pass)
    while try device.read(1) != Array("P".utf8) {}
    bench.stop()
    #expect(String(decoding: device.rest(), as: UTF8.self) == "x")
  }

  @Test("is kept dark while a stand-in answers, and says so")
  func standIn() async throws {
    let bench = try LightBench(.letters, on: device)
    try expect(device, reads: "ss")
    #expect(try await bench.report() == nil)
    func ready(standIn: Bool) -> StationEvent {
      .station(
        StationChange(at: UTCTime(nanoseconds: 0), station: "s", state: .ready, api: .up(standIn: standIn)))
    }
    bench.light.tell(.view(lane: "1", .ready))
    try expect(device, reads: "r")
    bench.light.tell(ready(standIn: true))
    try expect(device, reads: "s")
    #expect(try await bench.report() == .standIn)
    bench.light.tell(ready(standIn: false))
    try expect(device, reads: "r")
    #expect(try await bench.report() == nil)
    // What is known already changes nothing: a PASS is neither lit anew nor longer.
    bench.light.tell(.view(lane: "1", .verdict(try .pass("SN-1", at: "2026-11-23T14:00:00Z"))))
    try expect(device, reads: "P")
    bench.light.tell(ready(standIn: false))
    bench.light.tell(.view(lane: "1", .ready))
    try expect(device, reads: "r")
    // The mark of the very verdict counts, whatever was known before.
    var record = try VerdictRecord.pass("SN-1", at: "2026-11-23T14:00:00Z")
    record.standIn = true
    bench.light.tell(.view(lane: "1", .verdict(record)))
    try expect(device, reads: "s")
    // It stays a stand-in's when that is gone.
    let cause = HoldCause(code: .unreachable, detail: "gone", since: UTCTime(nanoseconds: 0))
    bench.light.tell(
      .station(StationChange(at: UTCTime(nanoseconds: 0), station: "s", state: .hold, api: .down(cause))))
    #expect(try await bench.report() == .standIn)
    #expect(try await bench.report() == nil)
    bench.light.tell(.view(lane: "1", .ready))
    try expect(device, reads: "r")
  }

  @Test("whose lane is none of those there are is dark and says so, until the lane comes")
  func strayLane() async throws {
    let bench = try LightBench(.letters, lane: "S1", on: device)
    try expect(device, reads: "ss")
    #expect(try await bench.report() == nil)
    bench.light.note(lanes: ["S2", "S3"])
    #expect(try await bench.report() == .noLane("S1", among: ["S2", "S3"]))
    bench.light.note(lanes: ["S1", "S2", "S3"])
    bench.light.tell(.view(lane: "S1", .ready))
    try expect(device, reads: "r")
    #expect(try await bench.report() == nil)
  }

  @Test("that names no lane is of the only one, and dark where there are two")
  func severalLanes() async throws {
    let bench = try LightBench(.letters, lane: nil, on: device)
    #expect(try await bench.report() == nil)
    try expect(device, reads: "ss")
    bench.light.tell(.view(lane: "left", .ready))
    try expect(device, reads: "r")
    bench.light.tell(.view(lane: "right", .ready))
    #expect(try await bench.report() == .severalLanes(["left", "right"]))
    try expect(device, reads: "s")
    bench.light.tell(.view(lane: "left", .verdict(try .pass("SN-1", at: "2026-11-23T14:00:00Z"))))
    bench.stop()
    #expect(String(decoding: device.rest(), as: UTF8.self) == "s")
  }
}
