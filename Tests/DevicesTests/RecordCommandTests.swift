import CMockInput
import Devices
import Foundation
import Scanning
import Subprocess
import Testing

extension ReadingThreadTests {
  @Suite("The command record", .enabled(if: TestBed.isPossible), .timeLimit(.minutes(2)))
  struct RecordCommandTests {
    private let bed: TestBed
    private let files: TemporaryFolder

    init() throws {
      bed = try TestBed()
      files = try TemporaryFolder()
    }

    @Test("writes what replay then finds; redacted, it has another number")
    func record() async throws {
      let scanner = try bed.plugIn(event: 7, properties: ["ID_SERIAL_SHORT": "S1"])
      for (name, options) in [("plain", []), ("redacted", ["--redact"])] {
        let file = files.path + "/\(name).timeline"
        let ending = try await bed.program(["record", "--scans", "2", file] + options).use { running in
          try await running.errors.text(to: "scan now")
          // Past the time after the grab in which a scan may lack its beginning.
          let later = scanner.type("SN-2024-001", on: .us, from: .now() + .milliseconds(300))
          scanner.type("SN-2024-002", on: .us, from: later)
        }
        #expect(ending.code == 0, "\(ending)")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(try Timeline(parsing: text).expectations.count == 2)
        #expect(text.contains("SN-2024-001") == (name == "plain"))
        #expect(try await Program("replay", file).end().code == 0)
      }
    }

    @Test("keeps what was typed when the scanner is pulled")
    func recordPulled() async throws {
      let scanner = try bed.plugIn(event: 7, properties: ["ID_SERIAL_SHORT": "S1"])
      let ending = try await bed.program("record").use { running in
        try await running.errors.text(to: "scan now")
        scanner.type("SN-2024", on: .us, endedBy: nil, from: .now() + .milliseconds(-50))
        scanner.node.hangUp()
      }
      #expect(ending.code == 0, "\(ending)")
      let timeline = try Timeline(parsing: ending.output)
      #expect(timeline.detachedAt != nil)
      #expect(timeline.isMet(by: timeline.scans(through: .us)))
    }

    @Test("leaves a file that is there as it is, and none where nothing was scanned")
    func recordRefused() async throws {
      let scanner = try bed.plugIn(event: 7, properties: ["ID_SERIAL_SHORT": "S1"])
      let old = try files.file("old.timeline", "mine")
      #expect(try await bed.program("record", old).end().code == 1)
      #expect(try String(contentsOfFile: old, encoding: .utf8) == "mine")

      let new = files.path + "/new.timeline"
      let ending = try await bed.program("record", new).use { running in
        try await running.errors.text(to: "scan now")
        try running.child.send(signal: .interrupt)
      }
      #expect(ending.code == 1)
      #expect(!FileManager.default.fileExists(atPath: new))
      #expect(scanner.count(MockInputGrabbed) == 1)
    }
  }
}
