import Gating
import Scanning
import Settings
import Testing

@Suite struct LoadedConfigurationTests {
  private static let full = """
    station: {name: "Ende 3: \\"links\\""}
    api: {url: "https://tofupilot.local:8443/api/", deadline: 9s, connect_timeout: 250ms}
    gate:
      policy: last-run
      allowed_outcomes: [ABORTED, PASS]
      procedure: FCT*
      max_age: 90d
      batch_number: "*-W07"
      children: [{part_number: PSU-*, count: 2}, {part_number: '?1'}]
      no_creating_run: no-verdict
      serial_characters: any
      two_labels: 0s
      otherwise: gate
      rules:
        - {name: main board, part_number: [0012, NO], revision_number: B, procedure: 'it''s'}
        - {name: all, part_number: "*", blocked_batch_numbers: [X], min_age: 36h}
      texts: {timeout: "Noch einmal: #4711", bad_scan: "é"}
    scanners:
      - {lane: "1", match: {port: "pci-0000:00:14.0-usb-0:3"}, terminator: none, quiet_gap: 50ms, min_length: 3}
      - {lane: yes, match: {serial: 007}, terminator: tab, prefix: "\\x02", suffix: " ", extract: [],
         extract_pattern: '(?<serial>[A-Z]+);\\d{2}', pattern: '^SN', max_length: 14, grab: false}
    screen: {lanes: [yes], bell: true}
    """

  @Test("What is shown reads back as the same configuration", arguments: ["", full])
  func roundTrip(text: String) throws {
    let folder = try StationFolder()
    let loaded = try folder.load(text)
    let again = try folder.load(loaded.yaml(keySource: nil))
    #expect(again.configuration == loaded.configuration)
    #expect(again.hash == loaded.hash)
  }

  @Test("Each value is shown with where it comes from, the key by its source only")
  func origins() throws {
    let folder = try StationFolder()
    let loaded = try folder.load(
      "station:\n  name: FINAL-3\ngate:\n  rules:\n    - name: A\n      part_number: X\n",
      environment: ["TOFUPILOT_URL": "http://127.0.0.1:8765", "TOFUPILOT_API_KEY": "secret"])
    let yaml = loaded.yaml(keySource: .environment)
    for line in [
      "# \(folder.path)/scangate.yaml", "# \(loaded.hash)",
      "# API key: <redacted>, from environment variable TOFUPILOT_API_KEY",
      "  bell: false                           # default",
      "  name: FINAL-3                         # line 2",
      "  url: http://127.0.0.1:8765            # environment variable TOFUPILOT_URL",
      "    - name: A                           # line 5",
      "      part_number: [X]                  # line 6",
    ] {
      #expect(yaml.split(separator: "\n").contains(Substring(line)), "\(line) in:\n\(yaml)")
    }
    #expect(!yaml.contains("secret"))
    #expect(yaml.contains("\nwatch: true ") && yaml.contains("\njournal:\n") && !yaml.contains("health"))
  }

  @Test("The hash is that of the values: neither order nor comments nor spelled-out defaults change it")
  func sameHash() throws {
    let folder = try StationFolder()
    let hash = try folder.load("api:\n  deadline: 6s\nscreen: {bell: true}").hash
    #expect(try folder.load("# new\nscreen: {bell: true}\napi: {deadline: 6000ms, connect_timeout: 2s}").hash == hash)
    #expect(hash.hasPrefix("sha256:") && hash.utf8.count == 7 + 64)
  }

  @Test(
    "Another value is another hash",
    arguments: [
      "screen: {bell: true}", "station: {name: B}", "gate: {texts: {timeout: Again}}",
      "gate: {allowed_outcomes: [PASS, FAIL]}",
      "gate: {rules: [{name: A, part_number: X}]}", "gate: {serial_characters: any}",
    ])
  func otherHash(text: String) throws {
    let folder = try StationFolder()
    #expect(try folder.load(text).hash != folder.load("").hash)
  }

  @Test("What the block list holds is part of the hash, its order and comments are not")
  func blockListHash() throws {
    let folder = try StationFolder()
    let path = try folder.write("SN-1\nSN-2\n", to: "blocked.txt")
    let text = "gate: {block_list: \(path)}"
    let hash = try folder.load(text).hash
    try folder.write("# rack 2\nsn-2\n\n  SN-1\r\n", to: "blocked.txt")
    #expect(try folder.load(text).hash == hash)
    try folder.write("SN-1\n", to: "blocked.txt")
    #expect(try folder.load(text).hash != hash)
  }

  @Test("A number on the block list blocks its unit")
  func blockList() throws {
    let folder = try StationFolder()
    let path = try folder.write("# rack 2\nSN-1\n  LOT-7 \n", to: "blocked.txt")
    let gate = try folder.load("gate: {rules: [{name: A, part_number: X, block_list: \(path)}]}").configuration.gate
    #expect(gate.rules.first?.demands.blockList == BlockList(["SN-1", "LOT-7"], path: path))
  }
}
