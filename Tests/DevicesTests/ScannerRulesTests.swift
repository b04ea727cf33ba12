import Devices
import Foundation
import Testing

@Suite("The udev rules for scanners")
struct ScannerRulesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../udev-rules")

  private static func lines(of file: String) throws -> [String] {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n").map(String.init)
  }

  private let lines: [String]

  init() throws {
    lines = try Self.lines(of: "65-scangate-scanners.rules")
  }

  private var rules: [String] { lines.filter { !$0.hasPrefix("#") } }

  /// `vendor:product` of each mark.
  private var marked: [String] {
    rules.flatMap { rule -> [String] in
      guard let match = rule.firstMatch(of: /^ENV{ID_VENDOR_ID}=="([0-9a-f]{4})", ENV{ID_MODEL_ID}=="([0-9a-f|]+)"/)
      else { return [] }
      return match.2.split(separator: "|").map { "\(match.1):\($0)" }
    }
  }

  @Test(
    "are all of the form that udevd reads, and jump to where they say",
    arguments: ["65-scangate-scanners.rules", "66-scangate-inhibit.rules"])
  func form(file: String) throws {
    let rules = try Self.lines(of: file).filter { !$0.hasPrefix("#") }
    let term = /[A-Z]+({[A-Za-z_\/]+})?(==|!=|\+=|:=|=)"[^"]*"/
    for (index, rule) in rules.enumerated() {
      #expect(rule.components(separatedBy: ", ").allSatisfy { $0.wholeMatch(of: term) != nil }, "\(rule)")
      // udevd jumps forward only.
      guard let target = rule.firstMatch(of: /GOTO="([a-z_]+)"/) else { continue }
      #expect(rules[index...].contains("LABEL=\"\(target.1)\""), "\(rule)")
    }
    #expect(rules.last?.hasPrefix("LABEL=") == true)
  }

  @Test("mark each scanner once, as a kind that the agent knows")
  func marks() {
    #expect(!marked.isEmpty)
    #expect(Set(marked).count == marked.count)
    for rule in rules {
      guard let mark = rule.firstMatch(of: /ENV{SCANGATE_SCANNER}="([^"]*)"/) else { continue }
      #expect(ScannerDevice.Transport(rawValue: String(mark.1)) != nil, "\(rule)")
    }
  }

  @Test("never mark an id that they name as something else too")
  func ambiguous() {
    let named = lines.filter { $0.hasPrefix("#   ") }.flatMap { $0.matches(of: /[0-9a-f]{4}:[0-9a-f]{4}/) }
    #expect(named.count > 10)
    #expect(Set(named.map { String($0.output) }).isDisjoint(with: marked))
  }
}
