import Gating
import Settings
import Synchronization
import TofuPilot

/// The setup in force, for every thread: which lane a scanner is for, how its scans are read, who asks TofuPilot.
///
/// Whoever has begun to ask ends by the setup it began with: its client lives on until nobody waits for it.
final class SetupInForce: Sendable {
  private struct State {
    var setup: StationSetup
    var plan: LanePlan
  }

  private let state: Mutex<State>

  init(_ setup: StationSetup) {
    state = Mutex(State(setup: setup, plan: LanePlan(setup)))
  }

  var plan: LanePlan { state.withLock(\.plan) }

  /// - Returns: the former one.
  func replace(by setup: StationSetup) -> StationSetup {
    state.withLock { state in
      defer { state = State(setup: setup, plan: LanePlan(setup)) }
      return state.setup
    }
  }

  /// Asks whom the key stands for.
  func probe() async -> Probe {
    switch access {
    case .client(let client): await client.whoami()
    case .none(let why): .failed(.notConfigured, detail: why)
    }
  }

  /// Asks a ticket's question, and tells the watch on TofuPilot what came of it.
  func ask(_ ticket: Ticket, noting health: APIHealth) async -> Answer {
    let (access, deadline) = state.withLock { ($0.setup.access, $0.setup.configuration.api.deadline) }
    switch access {
    case .client(let client):
      let enquiry = Enquiry(client: client, gate: ticket.gate, deadline: deadline)
      let (answer, lookUp) = await enquiry.ask(ticket.serialNumber)
      // What a former client met says nothing of the one in force.
      if self.access.isSame(as: access) { await health.note(lookUp.reply, standIn: lookUp.standIn) }
      return answer
    case .none(let why):
      return Answer(verdict: .noVerdict(.notConfigured, detail: why, under: ticket.gate))
    }
  }

  private var access: StationSetup.Access { state.withLock(\.setup.access) }
}

extension LanePlan {
  init(_ setup: StationSetup) {
    self.init(setup.configuration, hash: setup.loaded.hash)
  }
}
