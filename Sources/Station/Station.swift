import Devices
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
  private let source: ScanSource
  private let companions: Companions
  private let signals: AsyncStream<Signal>
  private let post: AsyncStream<Signal>.Continuation

  /// - Parameters:
  ///   - setup: what it works by at first.
  ///   - executor: where questions are asked; best the one that also carries the requests.
  package init(
    _ setup: StationSetup, on executor: any TaskExecutor, reading source: ScanSource, with companions: Companions
  ) {
    self.setup = setup
    self.executor = executor
    self.source = source
    self.companions = companions
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
    let inForce = SetupInForce(setup)
    let health = APIHealth(probe: { await inForce.probe() }, changed: { [post] in post.yield(.api($0)) })
    let backlog = Backlog()
    let lights = LightRack()
    let lanes = laneTable(inForce, health, backlog, lights)
    let parts = StationParts(
      inForce: inForce, lanes: lanes, lights: lights, health: health, post: { [post] in post.yield($0) })
    parts.exchangeLights(for: setup.lights)
    defer { lights.stop() }
    for lane in inForce.plan.lanes + source.ownLanes { lanes.open(lane) }
    let recorder = companions.recorder
    try recorder?.start { [post] state in
      lanes.bar(.notRecorded, state.hold)
      post.yield(.journal(state))
    }
    let thread = try readingThread(lanes, inForce.plan)
    defer { thread.stop() }
    companions.desk?.open(
      LendingDesk.Stock(thread: thread, lights: lights, lanes: lanes) { [post] in post.yield(.indicator($0)) })
    defer { companions.desk?.close() }
    backlog.control { [weak thread] in thread?.allowInput($0) }
    var progress = StationProgress(
      inForce.plan, reading: source, isRecorded: recorder != nil, lights: lights,
      outputs: companions.outputs + [recorder].compactMap(\.self), lanes: lanes)
    await withGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        group.addTask(executorPreference: executor) { await health.run() }
        if let feed = source.feed { group.addTask { await feed.play(into: lanes) } }
        if let heartbeat = companions.heartbeat {
          group.addTask { [post] in await heartbeat.run { post.yield(.token($0)) } }
        }
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
    let sightings = source.sightings(by: inForce.plan)
    return LaneTable(hold: HoldCause(setup.access)) { [self] name, hold in
      let plan = inForce.plan
      let lane = Lane(
        rules: plan.rules(lane: name), outputs: [lights] + companions.outputs, hold: hold,
        lost: plan.lanes.contains(name) ? .notPluggedIn(sightings[name]) : nil, executor: executor,
        backlog: name == source.input?.lane ? backlog : nil, recorder: companions.recorder,
        ask: { await inForce.ask($0, noting: health) })
      post.yield(.lane(lane))
      return lane
    }
  }

  private func readingThread(_ lanes: LaneTable, _ plan: LanePlan) throws(DeviceError) -> ReadingThread {
    try ReadingThread(
      input: source.input,
      assign: { [source] in source.readsScanners ? plan.assignment(for: $0) : nil },
      report: { [post] event in
        lanes.receive(event)
        if case .scanner = event { return }
        post.yield(.device(event))
      })
  }
}
