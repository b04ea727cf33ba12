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
  static let closingTime = Duration.seconds(1)

  let plan: LightPlan
  let mailbox: LightMailbox
  var machine: SignalMachine

  private let report: (LightError?) -> Void
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
  mutating func take() -> Message? {
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
