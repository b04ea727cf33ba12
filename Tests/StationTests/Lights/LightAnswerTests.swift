import Signals
import Testing

@testable import Station

/// Lights that acknowledge what they are sent: wrongly, late or never.
@Suite("A light that is to answer", .timeLimit(.minutes(1)))
struct LightAnswerTests {
  private let device: FakeLight

  init() throws {
    device = try FakeLight()
  }

  private func acknowledged(_ expected: Acknowledgement.Expected, timeout: Duration = .seconds(20)) throws -> Profile {
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

  @Test("whose late acceptance comes before it refuses the second try has refused")
  func lateAcceptance() async throws {
    let bench = try LightBench(acknowledged(.bytes([0x06]), timeout: .milliseconds(300)), on: device)
    try expect(device, reads: "ss")
    device.answer([0x06])
    device.answer([0x15])
    #expect(try await bench.report()?.word == "refused")
  }

  @Test("whose answer to a message that was given up comes late has not taken the next")
  func lateForAnother() async throws {
    let bench = try LightBench(acknowledged(.bytes([0x06]), timeout: .milliseconds(300)), on: device)
    for _ in 1...2 {
      try expect(device, reads: "s")
      device.answer([0x06])
    }
    #expect(try await bench.report() == nil)
    bench.show(.pass)
    try expect(device, reads: "P")
    bench.show(.reading)
    try expect(device, reads: "k")
    device.answer([0x06])
    device.answer([0x15])
    try expect(device, reads: "k")
    // Nothing is late any more.
    device.answer([0x06])
    bench.show(.ready)
    try expect(device, reads: "r")
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

  @Test("whatever it does, telling it takes no time")
  func neverInTheWay() throws {
    let bench = try LightBench(acknowledged(.bytes([0x06])), on: device)
    try expect(device, reads: "s")
    let begin = ContinuousClock.now
    for _ in 1...1000 { bench.show(.pass) }
    #expect(ContinuousClock.now - begin < .milliseconds(500))
  }
}
