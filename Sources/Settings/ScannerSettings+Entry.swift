extension ScannerSettings {
  /// The entry as the file has it below `scanners:`; what is as it would be anyway is left out.
  package var entry: String {
    let defaults = ScannerSettings(lane: "")
    let entries = Self.fields.compactMap { field -> Shown.Entry? in
      guard let shown = field.show(self), shown != field.show(defaults) else { return nil }
      return Shown.Entry(key: field.key, value: shown)
    }
    return YAMLWriter.text(of: [Shown.Entry(key: "scanners", value: .list([.section(entries)]))]) { _, _ in nil }
  }
}
