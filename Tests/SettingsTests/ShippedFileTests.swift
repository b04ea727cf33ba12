import Foundation
import Gating
import Testing

@testable import Settings

@Suite struct ShippedFileTests {
  @Test("As shipped, it says nothing but the defaults")
  func shipped() throws {
    #expect(try configuration(ShippedFile().text) == Configuration(hostName: "station-7"))
  }

  @Test("The example of a gate file says nothing but the defaults, and its rules hold", arguments: [false, true])
  func gateFile(withRules: Bool) throws {
    let folder = try StationFolder()
    let gate = try folder.write(try ShippedFile("gate.yaml").uncommented(withExamples: withRules), to: "gate.yaml")
    let configuration = try folder.load("gate_file: \(gate)").configuration
    #expect(configuration.gate.rules.isEmpty == !withRules)
    if !withRules { #expect(configuration == Configuration(hostName: "station-7")) }
  }

  @Test("Every default it documents is the default")
  func documentedDefaults() throws {
    let file = try ShippedFile()
    var expected = Configuration(hostName: "station-7")
    expected.scanners = [ScannerSettings(lane: "1", match: ScannerMatch(.port, "pci-0000:00:14.0-usb-0:3"))]
    expected.indicators = [
      IndicatorSettings(lane: "1", profile: "adafruit-tower", port: .path("/dev/scangate/light-1"))
    ]
    let documented = file.uncommented(withExamples: false)
    let loaded = try StationFolder().load(documented)
    #expect(loaded.configuration == expected)
    // Not one of them was passed over: each stands in the file and is no example.
    for key in ["api.deadline", "gate.two_labels", "scanners[0].extract", "screen.lanes", "journal.keep.age", "watch"] {
      #expect(loaded.places[key] != nil, "\(key)")
    }
  }

  @Test("Every key stands in it, and every example holds")
  func everyKey() throws {
    let folder = try StationFolder()
    try folder.write("-----BEGIN CERTIFICATE-----", to: "ca.pem")
    try folder.write("SN-1\n", to: "blocked.txt")
    let text = try ShippedFile().uncommented(withExamples: true)
      .replacingOccurrences(of: "/etc/scangate/", with: folder.path + "/")
      // It excludes the gate below it.
      .replacingOccurrences(of: "\ngate_file:", with: "\n# gate_file:")
    let loaded = try folder.load(text)
    let keys =
      Configuration.fields.map(\.key).filter { $0 != "gate_file" } + StationSettings.fields.map { "station.\($0.key)" }
      + APISettings.fields.map { "api.\($0.key)" } + Gate.fields.map { "gate.\($0.key)" }
      + ScannerSettings.fields.map { "scanners[0].\($0.key)" }
      + IndicatorSettings.fields.map { "indicators[0].\($0.key)" }
      + ScreenSettings.fields.map { "screen.\($0.key)" } + RequiredChildren.fields.map { "gate.children[0].\($0.key)" }
      + ["name", "part_number", "revision_number"].map { "gate.rules[0].\($0)" }
      + ["policy", "procedure"].map { "gate.rules[2].\($0)" } + ["gate.rules[1].allowed_outcomes"]
    #expect(keys.filter { loaded.places[$0] == nil } == [])
  }
}

/// `config/scangate.yaml`, in which `#` before a key holds back a default, or an example where the comment says e.g.
private struct ShippedFile {
  let text: String

  init(_ name: String = "scangate.yaml") throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    text = try String(contentsOf: root.appending(path: "config/\(name)"), encoding: .utf8)
  }

  /// With the keys behind `#` in force. What is indented below an example belongs to it.
  func uncommented(withExamples: Bool) -> String {
    var example: Int?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      // What is in force is no example, nor is what stands below it.
      if !line.hasPrefix("#") { example = nil }
      guard line.hasPrefix("#"), !line.hasPrefix("# ") || line.hasPrefix("#  ") else { return line }
      let key = line.dropFirst()
      let indent = key.prefix { $0 == " " }.count
      if let above = example, indent <= above { example = nil }
      if example == nil, line.contains("# e.g.") { example = indent }
      return example == nil || withExamples ? key : line
    }
    return lines.joined(separator: "\n")
  }
}
