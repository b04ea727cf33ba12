import Gating

/// The rows of `GET /v2/units`.
struct UnitListReply: Hashable, Sendable {
  let rows: [UnitReply]

  init(_ json: JSON, policy: RunPolicy) throws(Failure) {
    guard let data = json["data"]?.array else { throw .missing("data") }
    var rows: [UnitReply] = []
    for row in data { rows.append(try UnitReply(row, policy: policy)) }
    self.rows = rows
  }
}
