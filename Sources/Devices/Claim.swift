internal import Glibc
internal import Scanning

/// A lane's claim on one node, from the moment the node is seen until it is gone.
///
/// | | idle | waiting | held |
/// |---|---|---|---|
/// | its time has come | | open, no key down, grab, drain, not inhibited: held | |
/// | … a key is down, or it is inhibited | | again after 10 ms | |
/// | … no rights, grabbed elsewhere, cannot be uninhibited | | its failure; again after 0.5 … 15 s | |
/// | something to read, a pause, a quiet gap | | | its lane's if it feeds it, else thrown away |
/// | its part becomes `feeds` | waiting | its time has come | drain, as at first; in mid-scan the rest is spoiled |
/// | … `kept` | waiting | | an open scan ends |
/// | … `left` | | idle | an open scan ends: idle |
/// | udev tells of it | | its time has come | inhibited anew: lost, waiting |
/// | `ENODEV`, `ENOENT`, hang-up | | gone | lost, waiting |
/// | assigned anew | | | an open scan ends, drain, as at first; if it is to be shared, given back: waiting |
/// | udev says remove | gone | gone | an open scan ends: gone |
final class Claim {
  private enum State: Hashable {
    case idle
    case waiting(until: EventTime)
    case held
    case gone
  }

  let device: ScannerDevice
  private(set) var assignment: Assignment
  private(set) var part = NodePart.left
  /// Why it could not be had at the latest try.
  private(set) var failure: DeviceError?

  private var state = State.idle
  /// Open; between two tries, too.
  private var scanner: (any Scanner)?
  private let inhibition: Inhibition?
  private var backoff = Backoff()
  private let report: (DeviceEvent) -> Void

  init(_ device: ScannerDevice, as assignment: Assignment, report: @escaping (DeviceEvent) -> Void) {
    self.device = device
    self.assignment = assignment
    self.report = report
    inhibition = device.transport == .wedge ? Inhibition(ofEventNode: device.syspath) : nil
  }

  var isHeld: Bool { state == .held }
  var isGone: Bool { state == .gone }

  /// What `poll` waits on; nil unless held.
  var number: CInt? { isHeld ? scanner?.number : nil }

  /// When `retry` or `expire` is due.
  var deadline: EventTime? {
    switch state {
    case .waiting(let time): time
    case .held where part == .feeds: scanner?.deadline
    case .idle, .held, .gone: nil
    }
  }

  /// Takes the part that the lane's nodes have given it.
  func play(_ part: NodePart) {
    guard part != self.part, !isGone else { return }
    let isInMidScan = isHeld && scanner?.deadline != nil
    endScan()
    self.part = part
    switch (state, part) {
    case (_, .left): close(to: .idle)
    case (.idle, _), (.waiting, .feeds): state = .waiting(until: .now())
    // Taken anew, it would give the rest of a scan as a whole one.
    case (.held, .feeds): if !isInMidScan { attempt() }
    case (.waiting, .kept), (.held, .kept), (.gone, _): break
    }
  }

  /// Reads it for another lane, or otherwise, from now on.
  func assign(_ assignment: Assignment) {
    endScan()
    self.assignment = assignment
    guard let scanner else { return }
    let isAdopted = scanner.adopt(assignment)
    if !isAdopted { self.scanner = nil }
    if isHeld { isAdopted ? attempt() : close(to: .waiting(until: .now())) }
  }

  /// Reads what is there. Gives why the node was lost, if it was.
  func read() -> DetachCause? {
    guard isHeld, let scanner else { return nil }
    do throws(DeviceError) {
      try scanner.read(tell)
      return nil
    } catch {
      endScan()
      // A device that is still there comes back without being plugged in again.
      close(to: .waiting(until: .now() + backoff.next()))
      return error.isGone ? .unplugged : .failed(error)
    }
  }

  /// Ends what silence up to `time` has ended.
  func expire(at time: EventTime) {
    if isHeld, part == .feeds { scanner?.expire(at: time, tell) }
  }

  /// Tries again if that is due, and says whether it was.
  func retry() -> Bool {
    guard case .waiting(let time) = state, time <= .now() else { return false }
    attempt()
    return true
  }

  /// Udev has told of the device: something about it has changed. Gives why the node was lost, if it was.
  func review() -> DetachCause? {
    if case .waiting = state { state = .waiting(until: .now()) }
    guard isHeld, part == .feeds, inhibition?.isOn == true else { return nil }
    // What is typed until it speaks again is missing: nothing is joined over the gap.
    endScan()
    state = .waiting(until: .now())
    return .inhibited
  }

  /// The device was unplugged.
  func remove() {
    endScan()
    close(to: .gone)
  }

  private func attempt() {
    do throws(DeviceError) {
      let scanner = if let scanner { scanner } else { try device.opened(as: assignment) }
      self.scanner = scanner
      guard try scanner.take(), try maySpeak() else {
        state = .waiting(until: .now() + .milliseconds(10))
        return
      }
      failure = nil
      backoff = Backoff()
      state = .held
    } catch {
      if error.isGone { return close(to: .gone) }
      failure = error
      // What is grabbed stays grabbed; what was taken by halves is opened anew.
      if error.code != EBUSY && error.operation != .uninhibit { scanner = nil }
      state = .waiting(until: .now() + backoff.next())
    }
  }

  /// One that is kept only may stay silent.
  private func maySpeak() throws(DeviceError) -> Bool {
    guard part == .feeds, let inhibition else { return true }
    return try inhibition.lift()
  }

  private func endScan() {
    if isHeld { scanner?.end(at: .now(), tell) }
  }

  private func close(to state: State) {
    scanner = nil
    failure = nil
    self.state = state
  }

  private func tell(_ event: ScannerEvent) {
    if part == .feeds { report(.scanner(lane: assignment.lane, event)) }
  }
}
