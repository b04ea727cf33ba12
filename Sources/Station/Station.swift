package import Devices
import Gating
import Scanning
import ServiceLifecycle
import Settings

/// The station at work: its lanes, the thread that reads their scanners, and the watch on TofuPilot.
///
/// ```
/// reading thread ─ ScannerEvent ─► Lane ─ Ticket ─► Enquiry ─ Answer ─► Lane ─ StationEvent ─► outputs
/// APIHealth ─ HoldCause ─► every lane            Lane ─ VerdictRecord ─► Recorder ─ committed ─► Lane
/// Reload ─► StationParts ─► what is different in it
/// ```
package struct Station: Service {
  /// What the station itself deals with, one after the other.
  enum Signal: Sendable {
    case lane(Lane)
    case laneEnded(String)
    case device(DeviceEvent)
    case indicator(IndicatorChange)
    case api(APIState)
    case token(WatchdogToken)
    case journal(JournalState)
    case reload(Reload)
    /// Why what was saved cannot be put in force.
    case refused(String)
    case stop
  }

  private let setup: StationSetup
  private let executor: any TaskExecutor
  private let outputs: [any Output]
  private let input: LineInput?
  private let feed: LaneFeed?
  private let readsScanners: Bool
  private let memory: SightingsFile?
  private let heartbeat: Heartbeat?
  private let recorder: Recorder?
  private let desk: LendingDesk?
  private let sightings: Sightings
  private let signals: AsyncStream<Signal>
  private let post: AsyncStream<Signal>.Continuation

  /// - Parameters:
  ///   - setup: what it works by at first.
  ///   - executor: where questions are asked; best the one that also carries the requests.
  ///   - input: the lane of scans that come from standard input, if there is one.
  ///   - feed: a lane of scans that come from no device, if there is one.
  ///   - readsScanners: false for a demonstration, which opens no device.
  ///   - recorder: has the journal keep what is decided; nil: nothing is recorded.
  ///   - memory: where each lane's scanner was before; nil: nobody knows, and nobody will.
  ///   - heartbeat: nil: no service manager watches.
  ///   - desk: lends the devices to other programs while the station runs; nil: nobody does.
  package init(
    _ setup: StationSetup, executor: any TaskExecutor, outputs: [any Output], input: LineInput? = nil,
    feed: LaneFeed? = nil, readsScanners: Bool = true, memory: SightingsFile? = nil, recorder: Recorder? = nil,
    heartbeat: Heartbeat? = nil, desk: LendingDesk? = nil
  ) {
    self.setup = setup
    self.executor = executor
    self.outputs = outputs
    self.input = input
    self.feed = feed
    self.readsScanners = readsScanners
    self.memory = memory
    self.heartbeat = heartbeat
    self.recorder = recorder
    self.desk = desk
    sightings = Sightings(memory?.found ?? [], plan: LanePlan(setup, isRecorded: recorder != nil))
    (signals, post) = AsyncStream.makeStream(of: Signal.self)
  }

  /// Puts another setup in force. A verdict in flight ends under the rules that it began with.
  package func reload(_ reload: Reload) {
    post.yield(.reload(reload))
  }

  /// Tells that what was saved cannot be put in force, and that the setup before stays.
  package func refuse(_ why: String) {
    post.yield(.refused(why))
  }

  /// Ends the station from outside: what is in flight is told as NO VERDICT.
  package func stop() {
    post.yield(.stop)
  }

  /// Runs until told to stop, or until its input has ended and no scanner has a lane.
  package func run() async throws {
    let inForce = SetupInForce(setup, isRecorded: recorder != nil)
    let health = APIHealth(probe: { await inForce.probe() }, changed: { [post] in post.yield(.api($0)) })
    let backlog = Backlog()
    let lights = LightRack()
    let lanes = laneTable(inForce, health, backlog, lights)
    let parts = StationParts(
      inForce: inForce, lanes: lanes, lights: lights, health: health, post: { [post] in post.yield($0) })
    parts.exchangeLights(for: setup.lights)
    defer { lights.stop() }
    for lane in inForce.plan.lanes + [input?.lane, feed?.lane].compactMap(\.self) { lanes.open(lane) }
    try recorder?.start { [post] state in
      lanes.bar(.notRecorded, state.hold)
      post.yield(.journal(state))
    }
    let thread = try readingThread(lanes, inForce.plan)
    defer { thread.stop() }
    desk?.open(
      LendingDesk.Stock(thread: thread, lights: lights, lanes: lanes) { [post] in post.yield(.indicator($0)) })
    defer { desk?.close() }
    backlog.control { [weak thread] in thread?.allowInput($0) }
    var progress = StationProgress(
      name: setup.configuration.station.name, lights: lights, outputs: outputs + [recorder].compactMap(\.self),
      lanes: lanes, isRecorded: recorder != nil, endsByItself: input != nil || feed != nil,
      roll: readsScanners ? ScannerRoll(sightings) : nil, memory: memory)
    await withGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        group.addTask(executorPreference: executor) { await health.run() }
        if let feed { group.addTask { await feed.play(into: lanes) } }
        if let heartbeat { group.addTask { [post] in await heartbeat.run { post.yield(.token($0)) } } }
        for await signal in signals {
          switch signal {
          case .lane(let lane):
            group.addTask(executorPreference: executor) { [post] in
              await lane.run()
              post.yield(.laneEnded(lane.name))
            }
          case .reload(let reload):
            recorder?.adopt(reload.setup.loaded, changes: reload.changes)
            let isReassigning = await parts.putInForce(reload.setup)
            let plan = inForce.plan
            progress.follow(plan, isReassigning: isReassigning)
            if isReassigning { thread.reassign { plan.assignment(for: $0) } }
          case .device(let event): await lanes.settle(after: event)
          case .token(let token): thread.perform { lanes.pass(token) }
          default: break
          }
          progress.take(signal)
          if progress.isAtEnd { break }
        }
        group.cancelAll()
      }
    } onGracefulShutdown: {
      stop()
    }
    recorder?.end(progress.endCause)
  }

  private func laneTable(
    _ inForce: SetupInForce, _ health: APIHealth, _ backlog: Backlog, _ lights: LightRack
  ) -> LaneTable {
    LaneTable(hold: HoldCause(setup.access)) { [self] name, hold in
      let plan = inForce.plan
      let lane = Lane(
        rules: plan.rules(lane: name), outputs: [lights] + outputs, hold: hold,
        lost: plan.lanes.contains(name) ? .notPluggedIn(sightings[name]) : nil, executor: executor,
        backlog: name == input?.lane ? backlog : nil, recorder: recorder,
        ask: { await inForce.ask($0, noting: health) })
      post.yield(.lane(lane))
      return lane
    }
  }

  private func readingThread(_ lanes: LaneTable, _ plan: LanePlan) throws(DeviceError) -> ReadingThread {
    try ReadingThread(
      input: input,
      assign: { [readsScanners] in readsScanners ? plan.assignment(for: $0) : nil },
      report: { [post] event in
        lanes.receive(event)
        if case .scanner = event { return }
        post.yield(.device(event))
      })
  }
}
