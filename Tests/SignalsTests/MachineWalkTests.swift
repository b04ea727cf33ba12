import Scanning
import Signals
import Testing

/// The machine through everything that can happen to it, in any order.
@Suite struct MachineWalkTests {
  @Test(
    "Whatever happens, a verdict is the newest message, a PASS within its time, and 100 ms behind the one before",
    arguments: 1...50 as ClosedRange<UInt64>)
  func anyOrder(seed: UInt64) {
    var walk = Walk(seed: seed)
    for _ in 0..<2000 { walk.step() }
    #expect(walk.verdicts > 100)
  }
}

/// A machine on its way, with what was shown to it last, and when.
private struct Walk {
  private var random: SplitMix64
  private var machine = SignalMachine(passTime: .seconds(3), first: Message(.ready))
  private var newest = Message(.ready)
  private var shown = EventTime(nanoseconds: 0)
  private var now = EventTime(nanoseconds: 0)
  private var verdictWentOut: EventTime?
  private(set) var verdicts = 0

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func step() {
    let next = now + .milliseconds(Int.random(in: 1...700, using: &random))
    while let deadline = machine.deadline, deadline < next {
      now = deadline
      let gave = act { machine in machine.expire(at: deadline) }
      #expect(gave != nil, "a deadline that changes nothing would be waited for for ever")
      if gave == nil { break }
    }
    now = next
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      machine.lost()
      verdictWentOut = nil
    case 1: _ = act { machine in machine.opened(at: next) }
    case 2: _ = act { machine in machine.expire(at: next) }
    default:
      newest = Message(Signal.allCases.randomElement(using: &random) ?? .ready, serial: "\(next)")
      shown = next
      let message = newest
      _ = act { machine in machine.show(message, at: next) }
    }
    if machine.lit?.signal == .pass { #expect(now - shown < .seconds(3)) }
  }

  private mutating func act(_ what: (inout SignalMachine) -> Message?) -> Message? {
    let before = machine.lit
    let gave = what(&machine)
    #expect(gave == nil || gave == machine.lit)
    guard let lit = machine.lit, lit != before else { return gave }
    if let before, before.signal.isVerdict { verdictWentOut = now }
    if lit.signal.isVerdict {
      verdicts += 1
      #expect(lit == newest)
      if let verdictWentOut { #expect(now - verdictWentOut >= .milliseconds(100)) }
    }
    return gave
  }
}
