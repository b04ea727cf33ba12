/// A value of a unit's free metadata.
enum MetadataValue: Hashable, Sendable {
  case string(String)
  /// As it was written.
  case number(String)
  case bool(Bool)

  init?(_ json: JSON) {
    switch json {
    case .string(let text): self = .string(text)
    case .number(let text): self = .number(text)
    case .bool(let value): self = .bool(value)
    case .null, .array, .object: return nil
    }
  }
}
