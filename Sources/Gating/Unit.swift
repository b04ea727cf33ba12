/// A unit as TofuPilot knows it: what the gate and the operator's screen need of the API's reply.
package struct Unit: Hashable, Sendable {
  package var id: String?
  /// In the server's spelling.
  package var serialNumber: String
  package var part: Part?
  /// nil where the reply does not say.
  package var batch: Batch?
  package var sample: Sample?
  /// The units built into this one; nil where the reply does not say.
  package var children: [Child]?
  package var createdAt: UTCTime?

  package init(
    id: String? = nil, serialNumber: String, part: Part? = nil, batch: Batch? = nil, sample: Sample? = nil,
    children: [Child]? = nil, createdAt: UTCTime? = nil
  ) {
    self.id = id
    self.serialNumber = serialNumber
    self.part = part
    self.batch = batch
    self.sample = sample
    self.children = children
    self.createdAt = createdAt
  }

  package var batchNumber: String? {
    if case .number(let number) = batch { number } else { nil }
  }

  /// What the reply says of the batch that a unit was made in.
  package enum Batch: Hashable, Sendable {
    case number(String)
    /// It was made in none.
    case none
  }

  /// A unit built into another.
  package struct Child: Hashable, Sendable {
    package var id: String?
    package var serialNumber: String?
    package var part: Part?

    package init(id: String? = nil, serialNumber: String? = nil, part: Part? = nil) {
      self.id = id
      self.serialNumber = serialNumber
      self.part = part
    }
  }
}
