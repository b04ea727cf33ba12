import Foundation
import Testing

@Suite("The udev rules for lights")
struct IndicatorRulesTests {
  private static let name = "70-scangate-indicators.rules"
  private let lines: [String]

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../udev-rules")
    lines = try String(contentsOf: folder.appending(path: Self.name), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  private var rules: [String] { lines.filter { !$0.hasPrefix("#") } }
  private var examples: [String] {
    lines.filter { $0.hasPrefix("#   SUBSYSTEM") }.map { String($0.dropFirst(4)) }
  }

  @Test("are all of the form that udevd reads, the examples too, and jump to where they say")
  func form() {
    let term = /[A-Z]+({[A-Za-z_\/]+})?(==|!=|\+=|=)"[^"]*"/
    for rule in rules + examples {
      #expect(rule.components(separatedBy: ", ").allSatisfy { $0.wholeMatch(of: term) != nil }, "\(rule)")
    }
    for rule in rules {
      guard let target = rule.firstMatch(of: /GOTO="([a-z_]+)"/) else { continue }
      #expect(rules.last == "LABEL=\"\(target.1)\"")
    }
  }

  @Test("mark nothing by themselves, and no light by its adapter's kind alone")
  func marks() {
    #expect(!rules.contains { $0.contains("SCANGATE_INDICATOR}=\"") })
    #expect(examples.count == 2)
    for example in examples {
      #expect(example.contains("KERNELS==") || example.contains("ATTRS{serial}=="), "\(example)")
      #expect(example.contains("ENV{SCANGATE_INDICATOR}=\"1\""))
    }
  }

  @Test("come before those of ModemManager and brltty, and keep both away")
  func others() {
    #expect(Self.name < "77-mm-")
    for taken in ["ID_MM_PORT_IGNORE}=\"1\"", "ID_MM_DEVICE_IGNORE}=\"1\"", "ENV{PRODUCT}=\""] {
      #expect(rules.contains { $0.contains(taken) }, "\(taken)")
    }
  }
}
