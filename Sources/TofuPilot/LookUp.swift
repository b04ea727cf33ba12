package import Gating

/// One serial number looked up: the reply, and how it came.
package struct LookUp: Hashable, Sendable {
  package let reply: Reply
  /// How often TofuPilot was asked, the first time included.
  package let attempts: Int
  /// The status of the reply; nil if there was none.
  package let status: Int?
  /// The stand-in answered, not TofuPilot.
  package let standIn: Bool

  init(_ exchange: Exchange, policy: RunPolicy, endpoint: Endpoint) {
    attempts = exchange.attempts
    let answer = try? exchange.result.get()
    status = answer?.status
    standIn = answer?.isStandIn ?? false
    do throws(Failure) {
      reply = try Reply(exchange.result.get(), policy: policy, endpoint: endpoint)
    } catch {
      reply = .failed(error.code, detail: error.detail)
    }
  }
}

extension Reply {
  /// What the API's answer says about the unit.
  fileprivate init(_ answer: Answer, policy: RunPolicy, endpoint: Endpoint) throws(Failure) {
    switch (answer.status, policy) {
    case (200, .creatingRun):
      self = Reply(try UnitReply(answer.json(), policy: policy))
    case (200, .lastRun):
      let rows = try UnitListReply(answer.json(), policy: policy).rows
      self = rows.count > 1 ? .severalUnits(rows.count) : rows.first.map(Reply.init) ?? .unknownUnit
    case (404, .creatingRun) where answer.isNotFound:
      // Not so for a list, which is never not found: there the address is wrong.
      self = .unknownUnit
    default:
      throw Failure(answer, from: endpoint)
    }
  }

  private init(_ unit: UnitReply) {
    self = .unit(Unit(unit), run: unit.run.map(Run.init))
  }
}
