/// Units of the stand-in, by what becomes of them under the default rules.
enum Unit {
  static let passed = "SN-2024-001234"
  static let failed = "SN-2024-001233"
}
