internal import Glibc
internal import Scanning

/// One device that has a lane, from the moment it is seen until it is gone.
///
/// | | waiting | attached |
/// |---|---|---|
/// | its time has come | open, lane free, no key down, grab, drain: attached | a pause or a quiet gap ends the scan |
/// | no rights, grabbed elsewhere, lane taken | trouble, again after 0.5 … 15 s | |
/// | a key is down | again after 10 ms | |
/// | no key of it types | gone | |
/// | `ENODEV`, `ENOENT`, hang-up | gone | detached, waiting |
/// | udev says remove | gone | detached, gone |
final class Connection {
  private enum State {
    case waiting(until: EventTime)
    case attached(any Scanner)
    case gone
  }

  let device: ScannerDevice
  let assignment: Assignment

  private var state: State
  /// Open and not attached: kept between two tries, since closing an event node takes milliseconds.
  private var opened: (any Scanner)?
  private var backoff = Backoff()
  private var toldTrouble: DeviceError?
  private let report: (DeviceEvent) -> Void

  init(_ device: ScannerDevice, as assignment: Assignment, at now: EventTime, report: @escaping (DeviceEvent) -> Void) {
    self.device = device
    self.assignment = assignment
    self.report = report
    state = .waiting(until: now)
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
    case .gone: nil
    }
  }

  /// Reads what is there.
  func read(at now: EventTime) {
    guard case .attached(let scanner) = state else { return }
    do throws(DeviceError) {
      try scanner.read(tell)
    } catch {
      release(at: .now(), error.isGone ? .unplugged : .failed(error))
      // A device that is still there comes back without being plugged in again.
      wait(from: now)
    }
  }

  /// Does what is due by now: a pause that ends a scan, or the next try; `holder` is who has the lane at present.
  func elapse(at now: EventTime, holder: @autoclosure () -> ScannerDevice?) {
    guard let deadline, deadline <= now else { return }
    switch state {
    case .waiting: attach(at: now, holder: holder())
    case .attached(let scanner): scanner.expire(at: now, tell)
    case .gone: break
    }
  }

  /// Brings the next try forward: something about the device or its lane has changed.
  func hurry(at now: EventTime) {
    if case .waiting = state { state = .waiting(until: now) }
  }

  /// The device was unplugged.
  func remove() {
    release(at: .now(), .unplugged)
    state = .gone
  }

  private func attach(at now: EventTime, holder: ScannerDevice?) {
    do throws(DeviceError) {
      guard let scanner = try open() else {
        state = .gone
        return
      }
      if let holder {
        throw DeviceError(.assign(lane: assignment.lane, holder: holder.devnode), device.devnode, code: EBUSY)
      }
      guard try scanner.take() else {
        state = .waiting(until: now + .milliseconds(10))
        return
      }
      opened = nil
      toldTrouble = nil
      backoff = Backoff()
      state = .attached(scanner)
      report(.attached(lane: assignment.lane, device))
    } catch {
      if error.isGone {
        remove()
      } else {
        if error != toldTrouble { report(.trouble(lane: assignment.lane, device, error)) }
        toldTrouble = error
        // Taken by halves, it is opened anew.
        if error.code != EBUSY { opened = nil }
        wait(from: now)
      }
    }
  }

  /// Nil: a node of the same plug that does not type, such as a scanner's volume keys.
  private func open() throws(DeviceError) -> (any Scanner)? {
    if let opened { return opened }
    switch device.mark {
    case .wedge, nil:
      let scanner = try WedgeScanner(opening: device.devnode, as: assignment)
      guard scanner.keys.type else { return nil }
      opened = scanner
      return scanner
    case .hidPOS, .cdc:
      throw DeviceError(.open, device.devnode, code: ENOTSUP)
    }
  }

  /// Closes the scanner and tells so, if the lane has heard of it.
  private func release(at now: EventTime, _ cause: DetachCause) {
    if case .attached(let scanner) = state { scanner.end(at: now, tell) }
    if isAttached || toldTrouble != nil { report(.detached(lane: assignment.lane, device, cause)) }
    opened = nil
    toldTrouble = nil
  }

  private func wait(from now: EventTime) {
    state = .waiting(until: now + backoff.next())
  }

  private func tell(_ event: ScannerEvent) {
    report(.scanner(lane: assignment.lane, event))
  }
}
