import Devices
import Glibc
import Scanning
import Signals
import Testing

@testable import Station

/// Lights that answer wrongly, late or never, and that go.
@Suite("A light in trouble", .timeLimit(.minutes(1)))
struct LightTroubleTests {
  private let device: FakeLight

  init() throws {
    device = try FakeLight()
  }

  private func acknowledged(_ expected: Acknowledgement.Expected, timeout: Duration = .seconds(5)) throws -> Profile {
    var acknowledgement = Acknowledgement(expected)
    acknowledgement.refusal = [0x15]
    acknowledgement.timeout = timeout
    var profile = try Profile.letters
    profile.acknowledgement = acknowledgement
    return profile
  }

  @Test("that refuses once is asked again, and waited for")
  func refusesOnce() async throws {
    let bench = try LightBench(acknowledged(.bytes([0x06])), on: device)
    try expect(device, reads: "s")
    device.answer([0x15])
    try expect(device, reads: "s")
    device.answer([0x06])
    #expect(try await bench.report() == nil)
    try expect(device, reads: "s")
    bench.show(.pass)
    #expect(device.rest().isEmpty, "nothing goes before the answer")
    device.answer([0x06])
    try expect(device, reads: "P")
    device.answer([0x06])
  }

  @Test("that goes on refusing is lost, told, and told to be dark")
  func refuses() async throws {
    let bench = try LightBench(acknowledged(.bytes([0x06])), on: device)
    try expect(device, reads: "s")
    device.answer([0x15])
    try expect(device, reads: "s")
    device.answer([0x15])
    #expect(try await bench.report()?.word == "refused")
    try expect(device, reads: "s")
  }

  @Test("that answers after the timeout is heard in the second try")
  func late() async throws {
    let bench = try LightBench(acknowledged(.bytes([0x06]), timeout: .milliseconds(100)), on: device)
    try expect(device, reads: "ss")
    device.answer([0x06])
    #expect(try await bench.report() == nil)
  }

  @Test("that does not answer is told no PASS again once that is over")
  func outdated() async throws {
    let bench = try LightBench(acknowledged(.bytes([0x06]), timeout: .milliseconds(300)), on: device)
    try expect(device, reads: "s")
    device.answer([0x06])
    try expect(device, reads: "s")
    device.answer([0x06])
    bench.show(.pass)
    try expect(device, reads: "P")
    bench.show(.reading)
    try expect(device, reads: "k")
  }

  @Test("that never answers is lost")
  func silent() async throws {
    let bench = try LightBench(acknowledged(.bytes([0x06]), timeout: .milliseconds(20)), on: device)
    #expect(try await bench.report()?.word == "silent")
    try expect(device, reads: "sss")
  }

  @Test("that echoes is heard through what else it says")
  func echo() async throws {
    let bench = try LightBench(acknowledged(.echo), on: device)
    try expect(device, reads: "s")
    device.answer(Array("> s\r\n".utf8))
    #expect(try await bench.report() == nil)
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

  @Test("that does not answer keeps the end from coming for two seconds at most, and is told to be dark")
  func stopsWhileSilent() async throws {
    let bench = try LightBench(acknowledged(.bytes([0x06]), timeout: .seconds(5)), on: device)
    try expect(device, reads: "s")
    device.answer([0x06])
    try expect(device, reads: "s")
    let begin = ContinuousClock.now
    bench.stop()
    #expect(ContinuousClock.now - begin < .seconds(2.5))
    #expect(device.rest().last == UInt8(ascii: "s"))
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

  @Test("whatever it does, telling it takes no time")
  func neverInTheWay() throws {
    let bench = try LightBench(acknowledged(.bytes([0x06])), on: device)
    try expect(device, reads: "s")
    let begin = ContinuousClock.now
    for _ in 1...1000 { bench.show(.pass) }
    #expect(ContinuousClock.now - begin < .milliseconds(500))
  }
}
