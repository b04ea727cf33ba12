import Gating
import Settings

/// The parts of a running station that another setup reaches.
struct StationParts: Sendable {
  let inForce: SetupInForce
  let lanes: LaneTable
  let lights: LightRack
  let health: APIHealth
  let post: @Sendable (Station.Signal) -> Void

  /// Puts a setup in force; what is the same in both goes on undisturbed.
  ///
  /// - Returns: whether scanners have to be given to their lanes anew.
  func putInForce(_ setup: StationSetup) async -> Bool {
    let former = inForce.replace(by: setup)
    let plan = inForce.plan
    lanes.reload(plan)
    exchangeLights(for: setup.lights)
    if !setup.access.isSame(as: former.access) { await health.renew() }
    guard setup.configuration.scanners != former.configuration.scanners else { return false }
    for lane in plan.lanes { lanes.open(lane) }
    return true
  }

  func exchangeLights(for plans: [LightPlan]) {
    lights.exchange(for: plans) { [lanes, post] plan, news in
      let change = IndicatorChange(plan, news, at: SystemClock.utc)
      if let change { post(.indicator(change)) }
      let bar: HoldCause? =
        switch news {
        case .awaited: .lightNotOpened
        case .fails(let error): HoldCause(code: .indicatorLost, detail: "\(error)", since: SystemClock.utc)
        case .works, .removed: nil
        }
      lanes.bar(.indicatorLost, plan.isRequired ? bar : nil, of: plan.lane)
    }
  }
}
