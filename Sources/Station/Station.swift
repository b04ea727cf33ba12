package import Devices
import Gating
import Scanning
import ServiceLifecycle
package import Settings
package import TofuPilot

/// The station at work: its lanes, the thread that reads their scanners, and the watch on TofuPilot.
///
/// ```
/// reading thread ─ ScannerEvent ─► Lane ─ Ticket ─► Enquiry ─ Answer ─► Lane ─ StationEvent ─► outputs
/// APIHealth ─ HoldCause ─► every lane            Lane ─ VerdictRecord ─► Recorder ─ committed ─► Lane
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
    case stop
  }

  private let configuration: Configuration
  private let plan: LanePlan
  private let client: APIClient
  private let outputs: [any Output]
  private let lights: [LightPlan]
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
  ///   - hash: of the configuration, as records name it.
  ///   - lights: those that stand beside the lanes.
  ///   - input: the lane of scans that come from standard input, if there is one.
  ///   - feed: a lane of scans that come from no device, if there is one.
  ///   - readsScanners: false for a demonstration, which opens no device.
  ///   - recorder: has the journal keep what is decided; nil: nothing is recorded.
  ///   - memory: where each lane's scanner was before; nil: nobody knows, and nobody will.
  ///   - heartbeat: nil: no service manager watches.
  ///   - desk: lends the devices to other programs while the station runs; nil: nobody does.
  package init(
    configuration: Configuration, hash: String, client: APIClient, outputs: [any Output],
    lights: [LightPlan] = [], input: LineInput? = nil, feed: LaneFeed? = nil, readsScanners: Bool = true,
    memory: SightingsFile? = nil, recorder: Recorder? = nil, heartbeat: Heartbeat? = nil, desk: LendingDesk? = nil
  ) {
    self.configuration = configuration
    plan = LanePlan(configuration, hash: hash, isRecorded: recorder != nil)
    self.client = client
    self.outputs = outputs
    self.lights = lights
    self.input = input
    self.feed = feed
    self.readsScanners = readsScanners
    self.memory = memory
    self.heartbeat = heartbeat
    self.recorder = recorder
    self.desk = desk
    sightings = Sightings(memory?.found ?? [], plan: plan)
    (signals, post) = AsyncStream.makeStream(of: Signal.self)
  }

  /// Ends the station from outside: what is in flight is told as NO VERDICT.
  package func stop() {
    post.yield(.stop)
  }

  /// Runs until told to stop, or until its input has ended and no scanner has a lane.
  package func run() async throws {
    let health = APIHealth(probe: { [client] in await client.whoami() }, changed: { [post] in post.yield(.api($0)) })
    let backlog = Backlog()
    let lights = try lights.map { plan throws(DeviceError) in try Light(plan) }
    let lanes = laneTable(health, backlog, lights)
    for plan in self.lights where plan.isRequired { lanes.bar(.indicatorLost, .lightNotOpened, of: plan.lane) }
    for lane in plan.lanes + [input?.lane, feed?.lane].compactMap(\.self) { lanes.open(lane) }
    try recorder?.start { [post] state in
      lanes.bar(.notRecorded, state.hold)
      post.yield(.journal(state))
    }
    let thread = try readingThread(lanes)
    defer { thread.stop() }
    defer { Light.stop(lights) }
    for light in lights { try start(light, lanes) }
    desk?.open(
      LendingDesk.Stock(thread: thread, lights: lights, lanes: lanes) { [post] in post.yield(.indicator($0)) })
    defer { desk?.close() }
    backlog.control { [weak thread] in thread?.allowInput($0) }
    var progress = StationProgress(
      name: configuration.station.name, lights: lights, outputs: outputs + [recorder].compactMap(\.self), lanes: lanes,
      endsByItself: input != nil || feed != nil,
      roll: readsScanners ? ScannerRoll(sightings) : nil, memory: memory)
    await withGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        group.addTask(executorPreference: client.executor) { await health.run() }
        if let feed { group.addTask { await feed.play(into: lanes) } }
        if let heartbeat { group.addTask { [post] in await heartbeat.run { post.yield(.token($0)) } } }
        for await signal in signals {
          if case .lane(let lane) = signal {
            group.addTask(executorPreference: client.executor) { [post] in
              await lane.run()
              post.yield(.laneEnded(lane.name))
            }
          }
          if case .device(let event) = signal { await lanes.settle(after: event) }
          if case .token(let token) = signal { thread.perform { lanes.pass(token) } }
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

  private func laneTable(_ health: APIHealth, _ backlog: Backlog, _ lights: [Light]) -> LaneTable {
    let enquiry = Enquiry(client: client, gate: configuration.gate, deadline: configuration.api.deadline)
    return LaneTable(hold: .starting) { [self] name, hold in
      let lane = Lane(
        rules: plan.rules(lane: name), outputs: lights + outputs, hold: hold,
        lost: plan.lanes.contains(name) ? .notPluggedIn(sightings[name]) : nil, executor: client.executor,
        backlog: name == input?.lane ? backlog : nil, recorder: recorder,
        ask: { ticket in
          let (answer, lookUp) = await enquiry.ask(ticket.serialNumber)
          await health.note(lookUp.reply, standIn: lookUp.standIn)
          return answer
        })
      post.yield(.lane(lane))
      return lane
    }
  }

  private func readingThread(_ lanes: LaneTable) throws(DeviceError) -> ReadingThread {
    try ReadingThread(
      input: input,
      assign: { [plan, readsScanners] in readsScanners ? plan.assignment(for: $0) : nil },
      report: { [post] event in
        lanes.receive(event)
        if case .scanner = event { return }
        post.yield(.device(event))
      })
  }

  private func start(_ light: Light, _ lanes: LaneTable) throws(DeviceError) {
    try light.start { [post, plan = light.plan] error in
      let change = IndicatorChange(plan, error, at: SystemClock.utc)
      if plan.isRequired {
        let cause = error.map { _ in HoldCause(code: .indicatorLost, detail: change.cause, since: change.at) }
        lanes.bar(.indicatorLost, cause, of: plan.lane)
      }
      post.yield(.indicator(change))
    }
  }
}
