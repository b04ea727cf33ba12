import Gating

/// The part that a unit is one of, and its revision.
struct PartReply: Hashable, Sendable {
  let id: String?
  let number: String?
  let name: String?
  let revisionID: String?
  let revisionNumber: String?

  init(_ json: JSON) {
    id = json["id"]?.string
    number = json["number"]?.string
    name = json["name"]?.string
    revisionID = json["revision"]?["id"]?.string
    revisionNumber = json["revision"]?["number"]?.string
  }
}

/// The batch that a unit was made in.
struct BatchReply: Hashable, Sendable {
  let id: String?
  let number: String?

  init(_ json: JSON) {
    id = json["id"]?.string
    number = json["number"]?.string
  }
}

extension Part {
  init?(_ reply: PartReply) {
    guard let number = reply.number else { return nil }
    self.init(number: number, name: reply.name, revisionNumber: reply.revisionNumber)
  }
}
