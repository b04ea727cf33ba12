import Journal

extension RecordedNote {
  /// What happened, in one line; an entry that this version does not know is told by its type alone.
  var remark: String {
    let facts: [String?] =
      switch type {
      case "start": [station, version.map { "version \($0)" }, keySource.map { "key from \($0)" }, config]
      case "reload": [changes.map { "changed: \($0.joined(separator: ", "))" }, config]
      case "clock": [jumpMs.map { "set by \($0 / 1000) s" }]
      case "overtaken": [overtaken.map { "the verdict of entry \($0) was shown to nobody" }]
      case "trimmed": [count.map { "\($0) entries" }, through.map { "through \($0) dropped by journal.keep" }]
      case "set_aside": [file.map { "the damaged journal is kept as \($0)" }, cause]
      case "gap":
        [since.map { "not recorded since \($0)" }, cause, kept.map { "\($0) entries kept" }, lost.map { "\($0) lost" }]
      default: [cause]
      }
    return facts.compactMap(\.self).joined(separator: ", ")
  }
}
