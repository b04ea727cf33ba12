import Gating
package import Journal
import Scanning

/// An entry as a row of the table that `journal list` prints.
package struct EntryRow: Hashable, Sendable {
  /// Each as it is recorded: hostile until escaped.
  private let cells: [String]

  package static let heading = EntryRow(cells: ["ENTRY", "TIME", "LANE", "VERDICT", "SERIAL NUMBER", "WHY"])
  /// Of all columns but the last; a longer text moves its own row only.
  private static let widths = [6, 19, 4, 10, 14]

  package init(_ read: ReadEntry) {
    let sequence = "\(read.entry.sequence)"
    switch read.content {
    case .verdict(let verdict):
      cells = [
        sequence, LocalTime(verdict.at).stamp, verdict.lane ?? "", verdict.answerText,
        verdict.serialNumber ?? verdict.scan, verdict.remark,
      ]
    case .note(let note):
      let time = UTCTime(iso8601: note.at).map { LocalTime($0).stamp } ?? note.at
      cells = [sequence, time, "", "", "", [note.type, note.remark].filter { !$0.isEmpty }.joined(separator: ": ")]
    case .unreadable:
      cells = [sequence, "", "", "", "", "CHANGED: no longer what was recorded; scangate journal verify"]
    }
  }

  private init(cells: [String]) {
    self.cells = cells
  }

  /// - Parameter width: of the terminal, in columns; nil: there is none, and nothing is cut.
  package func line(width: Int? = nil) -> String {
    let cells = cells.map { width == nil ? Array($0.escaped().unicodeScalars) : CellText($0).scalars }
    var line: [Unicode.Scalar] = []
    for (index, cell) in cells.enumerated() {
      let padding = index < Self.widths.count ? max(0, Self.widths[index] - cell.count) + 2 : 0
      // Numbers stand to the right.
      if index == 0 { line += [Unicode.Scalar](repeating: " ", count: padding - 2) }
      line += cell + [Unicode.Scalar](repeating: " ", count: index == 0 ? 2 : padding)
    }
    if let width, line.count > width { line = line.prefix(width - 1) + ["…"] }
    return String(String.UnicodeScalarView(line))
  }
}
