import Gating

/// A unit as `GET /v2/units/{serial_number}` and the rows of `GET /v2/units` tell it.
///
/// Demanded are the serial number and, where there is a run, its outcome. Whatever else is absent or malformed is nil.
struct UnitReply: Hashable, Sendable {
  let id: String?
  let serialNumber: String
  let createdAt: UTCTime?
  /// nil for a production unit; what is no known word is never nil.
  let sample: Sample?
  let part: PartReply?
  let batch: BatchReply?
  /// The reply says that there is none, and does not merely leave it out.
  let hasNoBatch: Bool
  /// The unit that this one is built into.
  let parent: RelatedUnit?
  /// The units that are built into this one.
  let children: [RelatedUnit]?
  let createdByUser: NamedReference?
  let createdByStation: NamedReference?
  let attachments: [Attachment]?
  let metadata: [String: MetadataValue]?
  /// The run that decides: `created_during` of a single unit, `last_run` of a row.
  let run: RunReply?

  init(_ json: JSON, policy: RunPolicy) throws(Failure) {
    guard let serialNumber = json["serial_number"]?.string else { throw .missing("serial_number") }
    id = json["id"]?.string
    self.serialNumber = serialNumber
    createdAt = json["created_at"]?.time
    sample = json["sample"].map { Sample($0.string ?? $0.kind) }
    part = json["part"].map(PartReply.init)
    batch = json["batch"].map(BatchReply.init)
    hasNoBatch = json.isNull("batch")
    parent = json["parent"].map(RelatedUnit.init)
    children = json["children"]?.array?.map(RelatedUnit.init)
    createdByUser = json["created_by_user"].map(NamedReference.init)
    createdByStation = json["created_by_station"].map(NamedReference.init)
    attachments = json["attachments"]?.array?.map(Attachment.init)
    metadata = json["metadata"]?.object?.compactMapValues(MetadataValue.init)
    run = try RunReply(json, policy: policy)
  }
}

extension Unit {
  init(_ reply: UnitReply) {
    self.init(
      id: reply.id,
      serialNumber: reply.serialNumber,
      part: reply.part.flatMap(Part.init),
      batch: reply.hasNoBatch ? Unit.Batch.none : reply.batch?.number.map(Unit.Batch.number),
      sample: reply.sample,
      children: reply.children?.map(Child.init),
      createdAt: reply.createdAt
    )
  }
}
