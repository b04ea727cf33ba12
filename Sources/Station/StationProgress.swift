import Devices
import Gating
import Settings

/// How far the station has come: what it tells of itself and of its scanners, and when it is at its end.
struct StationProgress {
  private var name: String
  private let source: ScanSource
  private let lights: LightRack
  private let outputs: [any Output]
  private let lanes: LaneTable
  private let isRecorded: Bool
  /// nil: it reads no scanner.
  private var roll: ScannerRoll?
  private var hasEnumerated = false
  /// Scanners were given to their lanes anew, after another configuration: some lanes may be over.
  private var hasReassigned = false
  private var isStopping = false
  private var api: APIState?
  private var journal: JournalState?
  private var wasWithoutLanes = false

  init(
    _ plan: LanePlan, reading source: ScanSource, isRecorded: Bool, lights: LightRack, outputs: [any Output],
    lanes: LaneTable
  ) {
    name = plan.station
    self.source = source
    self.lights = lights
    self.outputs = [lights] + outputs
    self.lanes = lanes
    self.isRecorded = isRecorded
    roll = source.readsScanners ? ScannerRoll(source.sightings(by: plan)) : nil
  }

  /// The last lane has ended, and no other is to come: a lane that needs no scanner ends with what it reads.
  var isAtEnd: Bool {
    lanes.isEmpty && (isStopping || !source.ownLanes.isEmpty && hasEnumerated)
  }

  /// Why the station ends, for the journal.
  var endCause: String { isStopping ? "told to stop" : "its input ended" }

  mutating func take(_ signal: Station.Signal) {
    switch signal {
    case .lane, .token: break
    case .reload(let reload): tell(reload)
    case .refused(let why): tell(.refused, why)
    case .laneEnded(let name): lanes.remove(name)
    case .device(let event): take(event)
    case .indicator(let change):
      for output in outputs { output.tell(.indicator(change)) }
    case .api(let state):
      guard state != api else { return }
      api = state
      holdLanes()
      tellState()
    case .journal(let state):
      let isFirst = journal == nil
      journal = state
      if isFirst { holdLanes() }
      tellState()
    case .stop:
      guard !isStopping else { return }
      isStopping = true
      tell(.stopping)
      lanes.stop()
    }
  }

  /// Goes by another configuration from now on.
  mutating func follow(_ plan: LanePlan, isReassigning: Bool) {
    name = plan.station
    guard isReassigning else { return }
    hasReassigned = true
    roll?.follow(plan)
  }

  private func tell(_ reload: Reload) {
    switch reload.setup.access {
    case .client: tell(.reloaded, reload.remark, changes: reload.changes)
    case .none(let why): tell(.refused, why)
    }
  }

  private mutating func take(_ event: DeviceEvent) {
    let seen = roll?.sightings.all
    for change in roll?.take(event, at: SystemClock.utc) ?? [] {
      for output in outputs { output.tell(.scanner(change)) }
    }
    if let sightings = roll?.sightings.all, sightings != seen { source.memory?.write(sightings) }
    if case .enumerated = event, hasReassigned, let roll {
      lanes.close { $0 != Configuration.inputLane && !roll.sightings.includes($0) }
    }
    switch event {
    case .attached where wasWithoutLanes: tellState()
    // Without udev no scanner can come; what else there is to read can be read.
    case .enumerated where !hasEnumerated, .monitorLost:
      hasEnumerated = true
      tellState()
    default: break
    }
    // A lane comes with its scanner where the configuration names none.
    guard hasEnumerated else { return }
    lights.note(lanes: lanes.names)
  }

  /// Before the journal's first opening has come to an end, a lane is not ready either, whatever TofuPilot answers.
  private var awaitsJournal: Bool { isRecorded && journal == nil }

  private func holdLanes() {
    guard let api else { return }
    lanes.hold(api.cause ?? (awaitsJournal ? .journalNotOpen : nil))
  }

  /// Nothing to read is trouble too, though no lane's part of the screen can say so.
  private mutating func tellState() {
    guard let api, hasEnumerated, !awaitsJournal, !isStopping else { return }
    wasWithoutLanes = lanes.isEmpty
    if let journal, let cause = journal.hold {
      tell(.hold, "[\(cause.code.rawValue)] \(journal.complaint)")
    } else if let cause = api.cause {
      tell(.hold, cause.text)
    } else if wasWithoutLanes {
      tell(.hold, "no scanner: plug one in; `scangate run --stdin` reads typed numbers")
    } else {
      tell(.ready, journal?.note ?? "")
    }
  }

  private func tell(_ state: StationChange.State, _ cause: String = "", changes: [String] = []) {
    let change = StationChange(
      at: SystemClock.utc, station: name, state: state, cause: cause, changes: changes, api: api, journal: journal)
    for output in outputs { output.tell(.station(change)) }
  }
}
