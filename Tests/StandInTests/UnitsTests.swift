import StandIn
import Testing

/// The smallest unit that the official client accepts, with some members replaced.
func unitJSON(serialNumber: String, part: String? = nil, sample: String = #""sample": null,"#) -> String {
  let whole = #"{"id": "p", "number": "P-1", "name": "Part", "revision": {"id": "r", "number": "A"}}"#
  return """
    {"id": "u", "serial_number": "\(serialNumber)", "created_at": "2026-03-12T10:30:00Z", \(sample)
     "parent": null, "part": \(part ?? whole)}
    """
}

@Suite struct UnitsTests {
  @Test("The shipped units are read, with the ones that the texts and recordings name")
  func shipped() throws {
    let units = try Units(file: demoUnitsPath)
    let outcomes = [
      ("SN-2024-001234", "PASS"), ("SN-2024-001233", "FAIL"), ("SN-2024-001235", "RETEST"), ("SN-2024-001236", "ERROR"),
      ("SN-2024-001237", "TIMEOUT"), ("SN-2024-001238", "ABORTED"), ("SN-2024-001240", "PASS"),
    ]
    for (serialNumber, outcome) in outcomes {
      #expect(units[serialNumber]?[path: ["created_during", "outcome"]]?.string == outcome, "\(serialNumber)")
    }
    #expect(units["SN-2024-001239"]?[path: ["created_during"]] == .null)
    #expect(units["SN-2024-001248"]?[path: ["created_during"]] == nil)
    #expect(units["SN-2024-001243"]?[path: ["last_run", "ended_at"]] == .null)
    #expect(units["SN-2024-009999"] == nil)
    for sample in ["golden", "failing", "ignored"] {
      #expect(units["SN-2024-\(sample.uppercased())"]?[path: ["sample"]]?.string == sample)
    }
  }

  @Test("A unit whose file names no last run has had the one that created it")
  func lastRun() throws {
    let units = try Units(file: demoUnitsPath)
    let one = units["SN-2024-001234"]
    #expect(one?[path: ["last_run", "id"]] == one?[path: ["created_during", "id"]])
    #expect(one?[path: ["last_run", "duration"]] == nil)
    #expect(units["SN-2024-001241"]?[path: ["last_run", "outcome"]] == "PASS")
    #expect(units["SN-2024-001239"]?[path: ["last_run"]] == .null)
  }

  @Test("A list item has no creating run and no attachments, its relatives are names, metadata only on demand")
  func listItem() throws {
    let unit = try #require(try Units(file: demoUnitsPath)["SN-2024-001244"])
    let item = unit.listItem(withMetadata: false)
    for key in ["created_during", "attachments", "metadata"] {
      #expect(unit.reply[path: [key]] != nil)
      #expect(item[path: [key]] == nil)
    }
    #expect(unit.listItem(withMetadata: true)[path: ["metadata", "firmware"]] == "2.4.1")
    #expect(unit.reply[path: ["parent", "part", "number"]] == "CAB-0007")
    #expect(item[path: ["parent", "serial_number"]] == "SYS-2024-000007")
    #expect(item[path: ["parent", "part"]] == nil)
    #expect(item[path: ["children"]]?.elements.first?[path: ["serial_number"]] == "SN:2024+001245.B")
    #expect(item[path: ["children"]]?.elements.first?[path: ["part"]] == nil)
  }

  @Test(
    "An error names file, index and key",
    arguments: [
      ("[\(unitJSON(serialNumber: "A")), 7]", "units.json: [1]: needs an object, found a number"),
      (
        "[\(unitJSON(serialNumber: "A", part: #"{"id": "p", "number": "P", "name": "P", "revision": {"id": "r"}}"#))]",
        "units.json: [0].part.revision.number: needs a string, found nothing"
      ),
      ("[\(unitJSON(serialNumber: "A", part: "null"))]", "units.json: [0].part.id: needs a string, found nothing"),
      ("[\(unitJSON(serialNumber: "A", sample: ""))]", "units.json: [0].sample: needs null or a value, found nothing"),
      (
        "[\(unitJSON(serialNumber: "A1")), \(unitJSON(serialNumber: "a1"))]",
        "units.json: [1].serial_number: a1 is also that of [0]"
      ),
      ("{}", "units.json: needs an array of units, found an object"),
      ("[{]", "units.json: is no JSON."),
    ])
  func errors(json: String, description: String) {
    let error = #expect(throws: StandInError.self) { try Units(json: json, file: "units.json") }
    #expect(error?.description.hasPrefix(description) == true, "\(error?.description ?? "none")")
  }

  @Test("A file that is not there is an error that names it")
  func missingFile() {
    let error = #expect(throws: StandInError.self) { try Units(file: "/nowhere/units.json") }
    #expect(error?.description.hasPrefix("/nowhere/units.json: cannot be read: No such file or directory") == true)
  }
}
