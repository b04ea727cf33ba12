internal import Gating

/// A unit as a verdict's entry has it.
struct RecordedUnit: Decodable {
  private struct Child: Decodable {
    var id: String?
    var serialNumber: String?
    var partNumber: String?
    var partName: String?
    var revisionNumber: String?
  }

  private var id: String?
  private var serialNumber: String
  private var partNumber: String?
  private var partName: String?
  private var revisionNumber: String?
  private var batchNumber: String?
  /// null: TofuPilot did not say.
  private var inBatch: Bool?
  private var sample: String?
  private var createdAt: String?
  private var children: [Child]?

  /// The unit that the gate judged.
  var unit: Unit {
    Unit(
      id: id, serialNumber: serialNumber, part: Part(partNumber, partName, revisionNumber),
      batch: batchNumber.map { .number($0) } ?? (inBatch == false ? Unit.Batch.none : nil),
      sample: sample.map { Sample($0) },
      children: children?.map { child in
        Unit.Child(
          id: child.id, serialNumber: child.serialNumber,
          part: Part(child.partNumber, child.partName, child.revisionNumber))
      },
      createdAt: createdAt.flatMap { UTCTime(iso8601: $0) })
  }
}

extension Part {
  fileprivate init?(_ number: String?, _ name: String?, _ revisionNumber: String?) {
    guard let number else { return nil }
    self.init(number: number, name: name, revisionNumber: revisionNumber)
  }
}
