/// Units of `config/demo-units.json`, by what becomes of them under the default rules.
enum Unit {
  static let passed = "SN-2024-001234"
  static let alsoPassed = "SN-2024-001240"
  static let failed = "SN-2024-001233"
  static let unknownOutcome = "SN-2024-001235"
  static let unknown = "SN-2024-009999"
}
