import Devices
import Scanning
import Signals

// What is sent to the light, step by step, as long as nothing newer ends it.
extension LightLoop {
  /// What ends the showing of a message.
  enum Turn {
    case next(Message)
    case end
  }

  private mutating func turn() -> Turn? {
    mailbox.stopped == nil ? take().map(Turn.next) : .end
  }

  /// Shows a message until there is another, and gives that; nil: the light is to end.
  mutating func show(_ message: Message, on port: LightPort) throws(LightError) -> Message? {
    let transmission = Transmission(message, on: plan.profile, isBuzzing: plan.isBuzzing)
    var turn = try carryOut(transmission.steps, on: port)
    while turn == nil {
      turn =
        transmission.cycle.isEmpty
        ? try wait(until: nil, on: port) : try carryOut(transmission.cycle, on: port)
    }
    if case .next(let message) = turn { return message }
    return nil
  }

  /// - Parameters:
  ///   - isWhole: nothing newer ends it.
  ///   - patience: how long anything of it is awaited, at most, once the light is to end.
  /// - Returns: what has ended it.
  mutating func carryOut(
    _ steps: [Step], on port: LightPort, isWhole: Bool = false, patience: Duration = closingTime
  ) throws(LightError) -> Turn? {
    for step in steps {
      switch step {
      case .send(let bytes, let acknowledgement):
        var turn = isWhole ? nil : turn()
        if let turn { return turn }
        try port.send(
          bytes, acknowledgement, patience: { [mailbox] in mailbox.stopped.map { $0 + patience } },
          isWanted: {
            // A PASS that was not answered may be over.
            if !isWhole { turn = self.turn() }
            return turn == nil
          })
        if let turn { return turn }
      case .lines(let lines):
        if !isWhole, let turn = turn() { return turn }
        try port.drive(lines)
      case .gap(let time):
        try port.rest(for: time)
      case .wait(let time):
        if let turn = try wait(until: .now() + time, on: port), !isWhole { return turn }
      case .waitFor(let banner, let time):
        if let turn = try wait(until: .now() + time, on: port, orFor: banner), !isWhole { return turn }
      }
    }
    return nil
  }

  /// Waits until the time has come, nil: for ever, or the bytes, or until there is something newer, which it gives.
  private mutating func wait(
    until end: EventTime?, on port: LightPort, orFor banner: [UInt8]? = nil
  ) throws(LightError) -> Turn? {
    while true {
      if let turn = turn() { return turn }
      if let end, end <= .now() { return nil }
      if let banner, port.hasReceived(banner) { return nil }
      try port.wait(until: [end, machine.deadline].compactMap(\.self).min())
    }
  }

  /// Leaves the light behind. What it has not taken is taken back, where the driver can: `usbserial` cannot, nor can an
  /// older `cdc_acm`. So its safe state comes behind: for a light that only stalls or does not answer, and hears it later.
  func abandon(_ port: LightPort) {
    port.takeBack()
    do throws(LightError) {
      for step in Transmission(closing: plan.profile).steps {
        switch step {
        case .send(let bytes, _): try port.leave(bytes)
        case .lines(let lines): try port.drive(lines)
        case .gap(let time): try port.rest(for: time)
        case .wait, .waitFor: break
        }
      }
    } catch {
      // It is gone.
    }
  }
}
