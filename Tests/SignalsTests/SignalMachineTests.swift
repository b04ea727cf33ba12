import Scanning
import Signals
import Testing

/// The machine on given times: nothing sleeps.
@Suite struct SignalMachineTests {
  private var machine = SignalMachine(passTime: .seconds(3), first: Message(.ready, lane: "1"))

  private static func at(_ milliseconds: Int64) -> EventTime { EventTime(nanoseconds: milliseconds * 1_000_000) }

  private mutating func show(_ signal: Signal, _ serial: String = "", at time: Int64) -> Signal? {
    machine.show(Message(signal, serial: serial, lane: "1"), at: Self.at(time))?.signal
  }

  private mutating func expire(at time: Int64) -> Signal? { machine.expire(at: Self.at(time))?.signal }
  private mutating func open(at time: Int64) -> Signal { machine.opened(at: Self.at(time)).signal }

  @Test("A PASS is lit for its time, then ready")
  mutating func pass() {
    #expect(open(at: 0) == .ready)
    #expect(show(.reading, at: 1000) == .reading)
    #expect(show(.pass, at: 1200) == .pass)
    #expect(machine.deadline == Self.at(4200))
    #expect(expire(at: 4199) == nil)
    #expect(expire(at: 4200) == .ready)
    #expect(machine.deadline == nil)
    #expect(expire(at: 9000) == nil)
  }

  @Test("The first key takes PASS off at once, and its time does not bring ready")
  mutating func firstKey() {
    _ = open(at: 0)
    #expect(show(.pass, at: 100) == .pass)
    #expect(show(.reading, at: 101) == .reading)
    #expect(machine.deadline == nil)
    #expect(expire(at: 3100) == nil)
  }

  @Test("FAIL and NO VERDICT stay until the next scan", arguments: [Signal.fail, .noVerdict, .hold, .scannerLost])
  mutating func lasting(signal: Signal) {
    _ = open(at: 0)
    #expect(show(signal, at: 10) == signal)
    #expect(machine.deadline == nil)
    #expect(expire(at: 1_000_000) == nil)
  }

  @Test(
    "A verdict behind a verdict, be it the same, comes after 100 ms of dark",
    arguments: [Signal.pass, .fail, .noVerdict])
  mutating func dark(first: Signal) {
    _ = open(at: 0)
    #expect(show(first, at: 10) == first)
    #expect(show(.noVerdict, at: 50) == .reading)
    #expect(machine.deadline == Self.at(150))
    #expect(expire(at: 149) == nil)
    #expect(expire(at: 150) == .noVerdict)
  }

  @Test("A scan that is decided faster than that waits for the rest of the dark")
  mutating func fastScan() {
    _ = open(at: 0)
    #expect(show(.pass, at: 0) == .pass)
    #expect(show(.reading, at: 500) == .reading)
    #expect(show(.fail, at: 560) == nil)
    #expect(machine.deadline == Self.at(600))
    #expect(expire(at: 600) == .fail)
  }

  @Test("A slow one does not wait")
  mutating func slowScan() {
    _ = open(at: 0)
    _ = show(.fail, at: 0)
    #expect(show(.reading, at: 500) == .reading)
    #expect(show(.checking, at: 650) == .checking)
    #expect(show(.pass, at: 651) == .pass)
  }

  @Test("Behind a PASS that ran out, a verdict without a scan waits too")
  mutating func behindReady() {
    _ = open(at: 0)
    _ = show(.pass, at: 0)
    #expect(expire(at: 3000) == .ready)
    #expect(show(.noVerdict, at: 3001) == .reading)
    #expect(expire(at: 3100) == .noVerdict)
  }

  @Test("What waits in the dark and is overtaken is never lit")
  mutating func overtaken() {
    _ = open(at: 0)
    _ = show(.fail, at: 0)
    #expect(show(.pass, at: 10) == .reading)
    #expect(show(.reading, at: 20) == nil)
    #expect(expire(at: 110) == nil)
    #expect(machine.lit?.signal == .reading)
  }

  @Test("The same again, when it is no verdict, changes nothing")
  mutating func again() {
    _ = open(at: 0)
    #expect(show(.ready, at: 5) == nil)
    #expect(show(.hold, at: 6) == .hold)
    #expect(show(.hold, at: 7) == nil)
  }

  @Test("Of a PASS, a light that comes back shows no more than the rest of its time")
  mutating func reconnect() {
    _ = open(at: 0)
    #expect(show(.pass, at: 1000) == .pass)
    machine.lost()
    #expect(machine.lit == nil && machine.deadline == nil)
    #expect(open(at: 3500) == .pass)
    #expect(expire(at: 4000) == .ready)
  }

  @Test(
    "A PASS that expired while the light was away is never shown again", arguments: [4000, 4001, 60_000] as [Int64])
  mutating func expired(time: Int64) {
    _ = open(at: 0)
    _ = show(.pass, at: 1000)
    machine.lost()
    #expect(expire(at: 4000) == nil)
    #expect(open(at: time) == .ready)
    machine.lost()
    #expect(open(at: time + 1) == .ready)
  }

  @Test(
    "A PASS that came while there was no light has the same time",
    arguments: [(3999, .pass), (4000, .ready)] as [(Int64, Signal)])
  mutating func late(time: Int64, lit: Signal) {
    #expect(show(.pass, at: 1000) == nil)
    #expect(open(at: time) == lit)
    #expect(expire(at: 4000) == (lit == .pass ? .ready : nil))
  }

  @Test("While there is no light nothing is lit, and what holds when it comes is")
  mutating func absent() {
    #expect(show(.fail, "A", at: 10) == nil)
    #expect(show(.reading, at: 20) == nil)
    #expect(show(.noVerdict, "B", at: 30) == nil)
    #expect(machine.opened(at: Self.at(40)) == Message(.noVerdict, serial: "B", lane: "1"))
  }

  @Test("Stopping puts a PASS out at once")
  mutating func stopping() {
    _ = open(at: 0)
    _ = show(.pass, at: 10)
    #expect(show(.stopping, at: 11) == .stopping)
    #expect(machine.deadline == nil)
  }

}
