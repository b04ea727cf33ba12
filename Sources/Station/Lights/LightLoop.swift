import Devices
import Scanning
import Signals

/// The work of a light's thread; it lives on its thread alone.
///
/// ```
/// away     looked for after 0.5, 1, 2 … 15 s, or as soon as udev tells of a device
/// opened   its safe state, then what holds now
/// shown    a message's steps, then its cycle, until there is another message
/// failed   what was not taken is taken back, its safe state left behind, the port is closed: away
/// stopped  its safe state, the port is closed
/// ```
struct LightLoop: ~Copyable {
  /// What a light is given when it is to end: to take and answer what it was sent, and once more for its safe state.
  private static let closingTime = Duration.seconds(1)

  private let plan: LightPlan
  private let mailbox: LightMailbox
  private let report: (LightError?) -> Void

  private var machine: SignalMachine
  private var objection: LightError?
  private var fault: LightError?
  /// nil: nothing was told yet.
  private var told: LightError??
  private var backoff = Backoff()
  private var watch: PlugWatch?

  /// - Parameter report: is told why the light shows nothing; nil: it works.
  init(_ plan: LightPlan, _ mailbox: LightMailbox, report: @escaping (LightError?) -> Void) {
    self.plan = plan
    self.mailbox = mailbox
    self.report = report
    machine = SignalMachine(passTime: plan.passTime, first: Message(.stopping))
  }

  /// Runs until it is stopped, and its port is free for another light.
  mutating func run() {
    defer { mailbox.awaitClosing() }
    while mailbox.stopped == nil {
      do throws(LightError) {
        let port = try LightPort(opening: plan.port, as: plan.profile.port, for: mailbox)
        try serve(port)
      } catch {
        machine.lost()
        fault = error
        tell()
        rest()
      }
    }
  }

  private mutating func serve(_ port: LightPort) throws(LightError) {
    do throws(LightError) {
      _ = try carryOut(Transmission(opening: plan.profile).steps, on: port, isWhole: true)
      watch = nil
      fault = nil
      backoff = Backoff()
      _ = take()
      var message: Message? = machine.opened(at: .now())
      tell()
      while let shown = message { message = try show(shown, on: port) }
      let closing = Transmission(closing: plan.profile)
      _ = try carryOut(closing.steps, on: port, isWhole: true, patience: Self.closingTime * 2)
    } catch {
      abandon(port)
      throw error
    }
  }

  /// Pauses until it is worth another try, and our own closing of the port would not stand in its way.
  private mutating func rest() {
    if watch == nil { watch = PlugWatch() }
    var end = EventTime.now() + backoff.next()
    while mailbox.stopped == nil, .now() < end || mailbox.isPortOpen {
      _ = take()
      if watch?.wait(until: max(end, .now() + .milliseconds(100)), or: mailbox.wakeUp) == true {
        backoff = Backoff()
        end = .now()
      }
    }
  }

  /// Takes what was posted, and gives what is to be lit now in place of what is.
  private mutating func take() -> Message? {
    if let order = mailbox.take() {
      objection = order.objection
      tell()
      if let message = machine.show(order.message, at: .now()) { return message }
    }
    return machine.expire(at: .now())
  }

  private mutating func tell() {
    let trouble = objection ?? fault
    guard trouble != nil || machine.lit != nil, told != .some(trouble) else { return }
    told = .some(trouble)
    report(trouble)
  }
}

// MARK: - Transmissions

extension LightLoop {
  /// What ends the showing of a message.
  private enum Turn {
    case next(Message)
    case end
  }

  private mutating func turn() -> Turn? {
    mailbox.stopped == nil ? take().map(Turn.next) : .end
  }

  /// Shows a message until there is another, and gives that; nil: the light is to end.
  private mutating func show(_ message: Message, on port: LightPort) throws(LightError) -> Message? {
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
  private mutating func carryOut(
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
  private func abandon(_ port: LightPort) {
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
