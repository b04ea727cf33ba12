internal import Glibc
internal import Scanning

/// The work of the reading thread: waits for udev, every scanner and standard input at once, and hands over what they
/// say. It lives on its thread alone.
struct ReadingLoop: ~Copyable {
  /// Where each descriptor stands in `polled`; the claims' follow, in their order.
  private enum Slot {
    static let control = 0
    static let monitor = 1
    static let input = 2
    static let claims = 3
  }

  private let control: ReadingControl
  private let report: (DeviceEvent) -> Void

  private var claims: Claims
  private var input: (lane: String, scanner: LineScanner)?
  private var monitor: DeviceMonitor?
  private var monitorRetry: EventTime?
  private var monitorBackoff = Backoff()
  private var polled: [pollfd] = []

  init(
    control: ReadingControl, input: LineInput?, assign: @escaping (ScannerDevice) -> Assignment?,
    report: @escaping (DeviceEvent) -> Void
  ) {
    self.control = control
    self.report = report
    claims = Claims(assign: assign, report: report)
    startMonitor()
    if let input { open(input) }
  }

  /// Runs until it is stopped.
  mutating func run() {
    while true {
      // Taken before the poll: a silence up to now comes before every event that the poll shows.
      let now = EventTime.now()
      wait(from: now)
      let isAsked = polled[Slot.control].revents != 0
      if isAsked { control.loop.acknowledge() }
      if control.loop.isStopped { return }
      claims.attend(polled[Slot.claims...], silentUntil: now)
      attendInput(polled[Slot.input].revents, silentUntil: now)
      attendMonitor(polled[Slot.monitor].revents)
      // After all else: what was typed up to now is the former lane's.
      if isAsked { for order in control.takeOrders() { carryOut(order) } }
    }
  }

  /// Waits until something can be read or is due; at rest, for ever.
  private mutating func wait(from now: EventTime) {
    let deadline = [claims.deadline, input?.scanner.deadline, monitorRetry].lazy.compactMap(\.self).min()
    polled.removeAll(keepingCapacity: true)
    listen(to: control.loop.number)
    listen(to: monitor?.number)
    listen(to: control.isInputAllowed ? input?.scanner.number : nil)
    for number in claims.numbers { listen(to: number) }
    // A poll that fails, interrupted, has touched nothing.
    _ = poll(&polled, nfds_t(polled.count), pollTimeout(until: deadline, from: now))
  }

  private mutating func listen(to number: CInt?) {
    // `poll` passes over a negative number, and the slots keep their places.
    polled.append(pollfd(fd: number ?? -1, events: Int16(POLLIN), revents: 0))
  }

  private mutating func open(_ input: LineInput) {
    do throws(DeviceError) {
      let descriptor = try Descriptor(duplicating: input.descriptor)
      self.input = (
        input.lane, LineScanner(reading: descriptor, subject: "standard input", terminator: .enter)
      )
    } catch {
      report(.inputEnded(lane: input.lane))
    }
  }

  private mutating func attendInput(_ revents: Int16, silentUntil time: EventTime) {
    guard let (lane, scanner) = input, control.isInputAllowed else { return }
    let tell = { [report] event in report(.scanner(lane: lane, event)) }
    guard revents != 0 else { return scanner.expire(at: time, tell) }
    do throws(DeviceError) {
      try scanner.read(tell)
    } catch {
      scanner.end(at: .now(), tell)
      input = nil
      report(.inputEnded(lane: lane))
    }
  }

  private mutating func attendMonitor(_ revents: Int16) {
    if let monitorRetry, monitorRetry <= .now() { return startMonitor() }
    guard revents != 0 else { return }
    do throws(DeviceError) {
      // One a poll: of `udevadm trigger` there are hundreds, and the scanners are read in between.
      switch try monitor?.next() {
      case .present(let device): claims.consider([device])
      case .removed(let syspath): claims.remove(syspath: syspath)
      case nil: break
      }
    } catch {
      // Changes were lost: listen anew and look at all that is there.
      startMonitor()
    }
  }

  private mutating func carryOut(_ order: ReadingControl.Order) {
    switch order {
    case .perform(let errand): errand()
    case .lend(let loan): claims.lend(loan)
    case .takeBack:
      claims.endLoan()
      startMonitor()
      claims.tellMissing()
    case .reassign(let assign):
      claims.assign = assign
      startMonitor()
    }
  }

  private mutating func startMonitor() {
    monitor = nil
    do throws(DeviceError) {
      let started = try DeviceMonitor()
      claims.considerAll(try started.context.nodes())
      monitor = consume started
      monitorRetry = nil
      monitorBackoff = Backoff()
      report(.enumerated)
    } catch {
      if monitorRetry == nil { report(.monitorLost(error)) }
      monitorRetry = .now() + monitorBackoff.next()
    }
  }
}
