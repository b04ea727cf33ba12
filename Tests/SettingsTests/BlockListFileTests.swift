import Gating
import Settings
import Testing

@Suite struct BlockListFileTests {
  let folder: StationFolder

  init() throws {
    folder = try StationFolder()
  }

  @Test(
    "Each line is a number, white space around it and comments aside",
    arguments: [
      ("SN-1", ["SN-1"]),
      ("\u{FEFF}SN-1\nLOT-7", ["SN-1", "LOT-7"]),
      ("\u{FEFF}# rack 2\nSN-1", ["SN-1"]),
      ("# rack 2, since March\r\n  SN-1 \t\r\n\r\n  # LOT 6\r\nLOT/7", ["SN-1", "LOT/7"]),
      ("", []),
    ])
  func numbers(text: String, expected: [String]) throws {
    let path = try folder.write(text, to: "blocked.txt")
    let gate = try folder.load("gate: {block_list: \(path)}").configuration.gate
    #expect(gate.demands.blockList == BlockList(expected, path: path))
  }

  @Test(
    "A line that is not one number is told, since it would block nothing",
    arguments: [
      ("SN-1 # rack 2", "SN-1 # rack 2"), ("SN-1#", "SN-1#"), ("SN-1;SN-2", "SN-1;SN-2"), ("SN-1,", "SN-1,"),
      ("SN-1 SN-2", "SN-1 SN-2"), ("SN-1\tSN-2", "SN-1\\u{9}SN-2"), ("SN-\u{200B}1", "SN-\\u{200B}1"),
      ("SN-1\u{1B}", "SN-1\\u{1B}"), ("SN-\u{A0}1", "SN-\u{A0}1"), ("SN-1\u{FEFF}", "SN-1\\u{FEFF}"),
    ])
  func noNumber(line: String, found: String) throws {
    let path = try folder.write("\(line)\nSN-3\n\n\(line)\n", to: "blocked.txt")
    let error = #expect(throws: ConfigurationError.self) { try folder.load("gate:\n  block_list: \(path)") }
    let expected = "expected one serial or batch number, without white space, # , ; and what does not print"
    #expect(error?.diagnostics.map(\.keyPath) == ["gate.block_list", "gate.block_list"])
    #expect(
      error?.diagnostics.map(\.text) == [1, 4].map { "\(path):\($0): found \"\(found)\", \(expected)" })
  }
}
