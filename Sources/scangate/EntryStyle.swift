import Journal
import Station

/// How entries are printed.
enum EntryStyle {
  /// Fitted to the terminal, where there is one.
  case table(width: Int?)
  case json
  case csv

  init(json: Bool, csv: Bool = false) {
    self = json ? .json : csv ? .csv : .table(width: Printout.width)
  }

  /// False: nobody reads it.
  func printHeading() -> Bool {
    switch self {
    case .table(let width): Printout.write([EntryRow.heading.line(width: width)])
    case .json: true
    case .csv: Printout.write([EntrySheet.heading], end: "\r\n")
    }
  }

  /// False: nobody reads it.
  func print(_ entries: [ReadEntry]) -> Bool {
    switch self {
    case .table(let width): Printout.write(entries.map { EntryRow($0).line(width: width) })
    case .json: Printout.write(entries.map(\.json))
    case .csv: Printout.write(entries.map(EntrySheet.row), end: "\r\n")
    }
  }
}
