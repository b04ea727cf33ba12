import Devices
import Foundation
import Testing

@Suite("The udev rules for scanners")
struct ScannerRulesTests {
  private let lines: [String]

  init() throws {
    let checkout = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let file = checkout.appending(path: "udev-rules/65-scangate-scanners.rules")
    lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
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

  @Test("are all of the form that udevd reads")
  func form() {
    for rule in rules {
      let term = /[A-Z]+({[A-Za-z_]+})?(==|!=|\+=|:=|=)"[^"]*"/
      #expect(rule.components(separatedBy: ", ").allSatisfy { $0.wholeMatch(of: term) != nil }, "\(rule)")
    }
    let label = "\"scangate_scanners_end\""
    #expect(rules.last == "LABEL=" + label)
    #expect(rules.filter { $0.contains("GOTO=") }.allSatisfy { $0.hasSuffix("GOTO=" + label) })
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
    let named = lines.compactMap { $0.firstMatch(of: #/^\#   ([0-9a-f]{4}:[0-9a-f]{4}) /#)?.1 }.map(String.init)
    #expect(!named.isEmpty)
    #expect(Set(named).isDisjoint(with: marked))
  }
}
