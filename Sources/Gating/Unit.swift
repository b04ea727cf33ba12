/// A unit as TofuPilot knows it: what the gate and the operator's screen need of the API's reply.
package struct Unit: Hashable, Sendable {
  package var id: String?
  /// In the server's spelling.
  package var serialNumber: String
  package var part: Part?
  package var batchNumber: String?
  package var sample: Sample?
  /// The units built into this one; nil where the reply does not say.
  package var children: [Child]?
  package var createdAt: UTCTime?

  package init(
    id: String? = nil, serialNumber: String, part: Part? = nil, batchNumber: String? = nil, sample: Sample? = nil,
    children: [Child]? = nil, createdAt: UTCTime? = nil
  ) {
    self.id = id
    self.serialNumber = serialNumber
    self.part = part
    self.batchNumber = batchNumber
    self.sample = sample
    self.children = children
    self.createdAt = createdAt
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
