internal import Glibc
internal import Scanning

/// A lane's claim on one device, from the moment the device is seen until it is gone.
///
/// | | waiting | attached | mute |
/// |---|---|---|---|
/// | its time has come | open, lane free, no key down, grab, drain: attached | a pause or a quiet gap ends the scan | |
/// | … no rights, grabbed elsewhere, lane taken | trouble, or refused if the lane is taken; again after 0.5 … 15 s | | |
/// | … a key is down | again after 10 ms | | |
/// | … no key of it types | mute | | |
/// | `ENODEV`, `ENOENT`, hang-up | gone | detached, waiting | |
/// | udev says remove | gone | detached, gone | gone |
final class Claim {
  private enum State {
    case waiting(until: EventTime)
    case attached(any Scanner)
    /// A node of the same plug that does not type, such as a scanner's volume keys: never opened again.
    case mute
    case gone
  }

  let device: ScannerDevice
  let assignment: Assignment

  private var state = State.waiting(until: .now())
  /// Open and not attached: kept between two tries.
  private var opened: (any Scanner)?
  private var backoff = Backoff()
  /// The `trouble` or `refused` that was told and holds still.
  private var told: DeviceEvent?
  private let report: (DeviceEvent) -> Void

  init(_ device: ScannerDevice, as assignment: Assignment, report: @escaping (DeviceEvent) -> Void) {
    self.device = device
    self.assignment = assignment
    self.report = report
  }

  var isAttached: Bool {
    if case .attached = state { true } else { false }
  }

  var isGone: Bool {
    if case .gone = state { true } else { false }
  }

  /// What `poll` waits on; nil unless attached.
  var number: CInt? {
    if case .attached(let scanner) = state { scanner.number } else { nil }
  }

  /// When `elapse` is due.
  var deadline: EventTime? {
    switch state {
    case .waiting(let time): time
    case .attached(let scanner): scanner.deadline
    case .mute, .gone: nil
    }
  }

  /// Reads what is there.
  func read() {
    guard case .attached(let scanner) = state else { return }
    do throws(DeviceError) {
      try scanner.read(tell)
    } catch {
      release(error.isGone ? .unplugged : .failed(error), holder: nil)
      // A device that is still there comes back without being plugged in again.
      wait()
    }
  }

  /// Does what is due: the next try, or the end of a scan by silence up to `time`. `holder` is who has the lane.
  func elapse(silentUntil time: EventTime, holder: @autoclosure () -> ScannerDevice?) {
    switch state {
    case .waiting(let next) where next <= .now(): attach(holder: holder())
    case .attached(let scanner): scanner.expire(at: time, tell)
    case .waiting, .mute, .gone: break
    }
  }

  /// Brings the next try forward: something about the device or its lane has changed.
  func hurry() {
    if case .waiting = state { state = .waiting(until: .now()) }
  }

  /// The device was unplugged; `holder` is another that has the lane.
  func remove(holder: ScannerDevice?) {
    release(.unplugged, holder: holder)
    state = .gone
  }

  private func attach(holder: ScannerDevice?) {
    do throws(DeviceError) {
      guard let scanner = try open() else {
        state = .mute
        return
      }
      if let holder {
        throw DeviceError(.assign(lane: assignment.lane, holder: holder.devnode), device.devnode, code: EBUSY)
      }
      guard try scanner.take() else {
        state = .waiting(until: .now() + .milliseconds(10))
        return
      }
      opened = nil
      told = nil
      backoff = Backoff()
      state = .attached(scanner)
      report(.attached(lane: assignment.lane, device))
    } catch {
      if error.isGone { return remove(holder: holder) }
      tellOnce(
        holder == nil
          ? .trouble(lane: assignment.lane, device, error) : .refused(lane: assignment.lane, device, error))
      // Taken by halves, it is opened anew.
      if error.code != EBUSY { opened = nil }
      wait()
    }
  }

  /// Nil if it does not type.
  private func open() throws(DeviceError) -> (any Scanner)? {
    if let opened { return opened }
    switch device.mark {
    case .wedge, nil:
      let scanner = try WedgeScanner(opening: device.devnode, as: assignment)
      guard scanner.canType else { return nil }
      opened = scanner
      return scanner
    case .hidPOS, .cdc:
      throw DeviceError(.open, device.devnode, code: ENOTSUP)
    }
  }

  /// Lets go of the scanner, and tells so if the lane has lost it, or had heard of it as its trouble.
  private func release(_ cause: DetachCause, holder: ScannerDevice?) {
    if case .attached(let scanner) = state { scanner.end(at: .now(), tell) }
    if isAttached || isTrouble && holder == nil { report(.detached(lane: assignment.lane, device, cause)) }
    opened = nil
    told = nil
  }

  private var isTrouble: Bool {
    if case .trouble = told { true } else { false }
  }

  private func wait() {
    state = .waiting(until: .now() + backoff.next())
  }

  private func tell(_ event: ScannerEvent) {
    report(.scanner(lane: assignment.lane, event))
  }

  private func tellOnce(_ event: DeviceEvent) {
    if event != told { report(event) }
    told = event
  }
}
