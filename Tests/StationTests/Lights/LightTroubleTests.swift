import Devices
import Glibc
import Scanning
import Signals
import Testing

@testable import Station

/// Lights that take nothing any more, and that go.
@Suite("A light in trouble", .timeLimit(.minutes(1)))
struct LightTroubleTests {
  private let device: FakeLight

  init() throws {
    device = try FakeLight()
  }

  @Test("that takes nothing any more is lost after a second, and found again when it does")
  func jammed() async throws {
    let bench = try LightBench(.letters, on: device)
    try expect(device, reads: "ss")
    #expect(try await bench.report() == nil)
    device.jam()
    bench.show(.pass)
    #expect(try await bench.report()?.word == "write \(ETIMEDOUT)")
    // The PASS is taken back; if anything comes late, it is this.
    #expect(device.rest().filter { $0 != UInt8(ascii: ".") } == Array("s".utf8))
    device.release()
    while try await bench.report() != nil {}
  }

  @Test("that dies in mid-frame is opened again under its name, safe first, and shows what holds then")
  func replugged() async throws {
    let bench = try LightBench(.letters, on: device)
    try expect(device, reads: "ss")
    #expect(try await bench.report() == nil)
    bench.show(.fail)
    device.unplug()
    #expect(try await bench.report()?.isDevice == true)
    bench.show(.hold)
    let next = try FakeLight()
    try bench.plug(next)
    try expect(next, reads: "sh")
    while try await bench.report() != nil {}
  }

  @Test("that comes back after its PASS is over shows no PASS")
  func expired() async throws {
    let bench = try LightBench(.letters, passTime: .milliseconds(50), on: device)
    try expect(device, reads: "ss")
    #expect(try await bench.report() == nil)
    device.unplug()
    #expect(try await bench.report() != nil)
    bench.show(.pass)
    try await Task.sleep(for: .milliseconds(60))
    let next = try FakeLight()
    try bench.plug(next)
    try expect(next, reads: "sr")
    bench.stop()
    #expect(String(decoding: next.rest(), as: UTF8.self) == "s")
  }

  @Test("that comes back within its PASS shows the rest of it")
  func rest() async throws {
    let bench = try LightBench(.letters, passTime: .seconds(2), on: device)
    try expect(device, reads: "ss")
    bench.show(.pass)
    let shown = ContinuousClock.now
    try expect(device, reads: "P")
    let next = try FakeLight()
    try bench.plug(next)
    device.unplug()
    try expect(next, reads: "sPr")
    #expect(ContinuousClock.now - shown < .seconds(3))
  }

  @Test("that is not there is told once, and found when it is plugged in")
  func absent() async throws {
    let bench = try LightBench(.letters)
    #expect(try await bench.report()?.word == "not plugged in")
    try bench.plug(device)
    #expect(try await bench.report() == nil)
    try expect(device, reads: "s")
  }

  @Test("that takes nothing any more keeps the end from coming for two seconds at most, and is left the dark")
  func stopsWhileJammed() async throws {
    let bench = try LightBench(.letters, on: device)
    try expect(device, reads: "ss")
    device.jam()
    bench.show(.pass)
    let begin = ContinuousClock.now
    bench.stop()
    #expect(ContinuousClock.now - begin < .seconds(2.5))
    #expect(device.rest().last == UInt8(ascii: "s"))
  }
}
