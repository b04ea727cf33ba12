import FoundationEssentials
import Scanning
import Subprocess
import SystemPackage
import Testing

extension CommandTests {
  @Suite("A shipped check code")
  struct CheckCodeFileTests {
    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    @Test("reads as what identify looks for, from the terminal", arguments: CheckCode.all)
    func terminal(code: CheckCode) async throws {
      let rows = try String(contentsOfFile: "\(shipped)/check-code/\(code.name).txt", encoding: .utf8)
        .split(separator: "\n").map(Array.init)
      #expect(rows.count <= 22 && rows.allSatisfy { $0.count <= 80 }, "fits a terminal with a line above and below")
      // A cell is twice as high as it is wide: 2×4 pixels.
      let image = rows.flatMap { row in
        (0..<4).map { y in row.flatMap { cell in (0..<2).map { x in cell.isDark(x: x, y: y) } } }
      }
      #expect(try await read(image) == code.text)
    }

    @Test("reads as what identify looks for, from the printed sheet", arguments: CheckCode.all)
    func sheet(code: CheckCode) async throws {
      let svg = try String(contentsOfFile: "\(shipped)/check-code/check-code.svg", encoding: .utf8)
      let group = try #require(svg.components(between: "<g id=\"\(code.name)\">", and: "</g>").first)
      // Ten pixels a millimetre.
      let bars = group.components(between: "<rect ", and: "/>").map { rectangle in
        rectangle.components(between: "=\"", and: "\"").compactMap { Double($0).map { Int(($0 * 10).rounded()) } }
      }
      var image = [[Bool]](repeating: [Bool](repeating: false, count: 1050), count: 1480)
      for bar in bars {
        for y in bar[1]..<bar[1] + bar[3] { for x in bar[0]..<bar[0] + bar[2] { image[y][x] = true } }
      }
      #expect(try await read(image) == code.text)
    }

    /// What a reader of bar codes finds in a picture, rows of dark pixels.
    private func read(_ rows: [[Bool]]) async throws -> String {
      let pixels = rows.map { $0.map { $0 ? "0" : "255" }.joined(separator: " ") }.joined(separator: "\n")
      let path = try files.file("code.pgm", "P2\n\(rows[0].count) \(rows.count)\n255\n\(pixels)\n")
      let result = try await Subprocess.run(
        .name("zbarimg"), arguments: ["--quiet", "--raw", "--nodbus", path], output: .string(limit: 4096),
        error: .discarded)
      return String(result.standardOutput.dropLast())
    }
  }
}

extension Character {
  /// Whether a block character is dark at a pixel, of two across and four down.
  fileprivate func isDark(x: Int, y: Int) -> Bool {
    switch self {
    case "█": true
    case "▀": y < 2
    case "▄": y >= 2
    case "▌": x == 0
    case "▐": x == 1
    default: false
    }
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> [String] {
    var rest = self[...]
    var found: [String] = []
    while let opening = rest.firstRange(of: start) {
      rest = rest[opening.upperBound...]
      guard let closing = rest.firstRange(of: end) else { break }
      found.append(String(rest[..<closing.lowerBound]))
      rest = rest[closing.upperBound...]
    }
    return found
  }
}
