import FoundationEssentials

/// A unit that comes down the line: every third may pass, every third has failed, and of every third nobody knows.
struct ShiftUnit {
  /// So many come before the first comes again.
  private static let count = 900

  let place: Int

  init(place: Int) {
    self.place = place % Self.count
  }

  init?(_ serialNumber: String?) {
    guard let place = serialNumber?.split(separator: "-").last.flatMap({ Int($0) }) else { return nil }
    self.init(place: place)
  }

  var serialNumber: String { "SN-\(place)" }
  var mayPass: Bool { place % 3 == 0 }

  /// The stand-in's file of all that are known.
  static var file: String {
    let units = (0..<count).map(Self.init).filter { $0.place % 3 != 2 }
    return "[" + units.map(\.json).joined(separator: ",\n") + "]\n"
  }

  private var json: String {
    """
    {"id": "\(place)", "serial_number": "\(serialNumber)", "created_at": "2026-03-12T10:18:02Z", "sample": null,
     "part": {"id": "p", "number": "PCB-MAIN-001", "name": "Main Control Board", "revision": {"id": "r", "number": "A"}},
     "parent": null, "created_by_user": null, "created_by_station": null, "batch": null, "children": [],
     "created_during": {"id": "run-\(place)", "created_at": "2026-03-12T10:18:02Z", "started_at": "2026-03-12T10:14:00Z",
       "ended_at": "2026-03-12T10:18:00Z", "duration": "PT4M", "outcome": "\(mayPass ? "PASS" : "FAIL")",
       "procedure": {"id": "f", "name": "FCT"}}, "attachments": [], "metadata": {}}
    """
  }
}

extension JSONLine {
  /// Whether it is the verdict that the unit deserves.
  var isRight: Bool {
    ShiftUnit(scan).map { verdict == ($0.mayPass ? "PASS" : "FAIL") } ?? false
  }
}
