import Foundation
import Layouts
import Scanning
import Testing

/// What Windows types on every key of a layout, from `Fixtures/NAME.txt`: a level's name, then its four rows.
struct WindowsFixture {
  struct Level {
    var name: String
    var shift: Bool { name.contains("shift") }
    var altGr: Bool { name.contains("altgr") }
    var capsLock: Bool { name.contains("caps") }
    var cells: [(key: KeyCode, symbol: Layout.Symbol?)]
  }

  let levels: [Level]

  init(_ name: String) throws {
    let file = try #require(Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Fixtures"))
    let blocks = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n\n").dropFirst()
    levels = try blocks.map { block in
      let lines = block.split(separator: "\n")
      let rows = lines.dropFirst().map { $0.split(separator: " ") }
      try #require(rows.map(\.count) == PrintingKeys.rows.map(\.count), "\(name): \(lines[0])")
      let symbols = rows.joined().map(Self.symbol)
      return Level(name: String(lines[0]), cells: Array(zip(PrintingKeys.rows.joined(), symbols)))
    }
  }

  private static func symbol(_ cell: Substring) -> Layout.Symbol? {
    guard let first = cell.unicodeScalars.first, first != "∅" else { return nil }
    return cell.unicodeScalars.count == 2 ? .dead(first) : .character(first)
  }
}
