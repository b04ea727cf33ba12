import Gating
package import Journal
import Scanning

/// Entries as a spreadsheet reads them (CSV, RFC 4180), a row each.
///
/// No cell is a formula there, whatever somebody had printed as a barcode: one that begins like one gets an apostrophe. Nor
/// does one act on a terminal: what does not print is written by its number.
package enum EntrySheet {
  private static let columns = [
    "sequence", "at", "type", "station", "lane", "scan", "serial_number", "verdict", "shown", "reasons", "detail",
    "policy", "rule", "part_number", "revision_number", "batch_number", "run_id", "outcome", "procedure",
    "run_ended_at", "latency_ms", "config", "hash",
  ]

  /// Without its line end, which is CR LF, like that of each row.
  package static var heading: String { columns.joined(separator: ",") }

  package static func row(_ read: ReadEntry) -> String {
    var cells: [String: String] = ["sequence": "\(read.entry.sequence)", "hash": read.entry.hash.hex]
    switch read.content {
    case .verdict(let verdict): cells.merge(facts(of: verdict)) { cell, _ in cell }
    case .note(let note): cells.merge(["at": note.at, "type": note.type, "detail": note.remark]) { cell, _ in cell }
    case .unreadable: cells["type"] = "unreadable"
    }
    return columns.map { cell(cells[$0] ?? "") }.joined(separator: ",")
  }

  private static func facts(of verdict: RecordedVerdict) -> [String: String] {
    let facts: [String: String?] = [
      "at": verdict.at.iso8601, "type": "verdict", "station": verdict.station, "lane": verdict.lane,
      "scan": verdict.scan, "serial_number": verdict.serialNumber, "verdict": verdict.answer.rawValue,
      "shown": verdict.isShown ? "true" : "false", "reasons": verdict.reasons.map(\.code).joined(separator: " "),
      "detail": verdict.reasons.first?.detail, "policy": verdict.policy?.rawValue, "rule": verdict.rule,
      "part_number": verdict.unit?.part?.number, "revision_number": verdict.unit?.part?.revisionNumber,
      "batch_number": verdict.unit?.batchNumber, "run_id": verdict.run?.id, "outcome": verdict.run?.outcome.text,
      "procedure": verdict.run?.procedure, "run_ended_at": verdict.run?.endedAt?.iso8601,
      "latency_ms": verdict.latency.map { "\($0)" }, "config": verdict.configuration,
    ]
    return facts.compactMapValues(\.self)
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let cell = (isFormula ? "'" : "") + text.escaped()
    guard cell.contains(where: { $0 == "," || $0 == "\"" }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
