import Gating

/// The other end of an assembly link: the parent of a unit, or one of its children.
struct RelatedUnit: Hashable, Sendable {
  let id: String?
  let serialNumber: String?
  let part: PartReply?

  init(_ json: JSON) {
    id = json["id"]?.string
    serialNumber = json["serial_number"]?.string
    part = json["part"].map(PartReply.init)
  }
}

extension Unit.Child {
  init(_ reply: RelatedUnit) {
    self.init(id: reply.id, serialNumber: reply.serialNumber, part: reply.part.flatMap(Part.init))
  }
}
