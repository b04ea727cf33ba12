import Gating
import Testing

@testable import TofuPilot

@Suite("A look-up") struct LookUpTests {
  @Test("asks once, for the unit, with the key and our name")
  func asks() async throws {
    let (found, requests) = try await lookUp("SN-2024-001234") { _ in [unit("SN-2024-001234")] }
    #expect(found.attempts == 1)
    #expect(found.status == 200)
    #expect(!found.standIn)
    let request = try #require(requests.first)
    #expect(requests.count == 1)
    #expect(request.line == "GET /api/v2/units/SN-2024-001234 HTTP/1.1")
    #expect(request.header("Authorization") == "Bearer secret")
    #expect(request.header("Accept") == "application/json")
    #expect(request.header("User-Agent") == "scangate/1.2.3")
    #expect(request.header("x-client-type") == "scangate")
  }

  @Test("finds the unit and its creating run")
  func creatingRun() async throws {
    let body = try TestFile.text("Fixtures/unit.json")
    let (found, _) = try await lookUp { _ in [http("200 OK", [], body)] }
    guard case .unit(let unit, let run?) = found.reply else { throw Unexpected(found) }
    #expect(unit.serialNumber == "SN-2024-001234")
    #expect(unit.part == Part(number: "PCB-MAIN-001", name: "Main Control Board", revisionNumber: "REV-A"))
    #expect(unit.batchNumber == "BATCH-2024-Q1")
    #expect(unit.sample == nil)
    #expect(unit.children?.map(\.serialNumber) == ["PSU-0042", "CASE-7"])
    #expect(run.outcome == .pass)
    #expect(run.procedure == "FCT")
    #expect(run.procedureID == "550e8400-e29b-41d4-a716-446655440013")
    #expect(run.endedAt == UTCTime(iso8601: "2024-01-15T10:35:30.250Z"))
  }

  @Test("runs on the thread that it was given, for a task that prefers it")
  func ownExecutor() async throws {
    try await ScriptedServer.run({ _ in [unit("SN-1")] }) { server in
      let executor = LoopExecutor()
      let serial = try serial("SN-1")
      // One after the other on the same thread; the first is let go of while it is still asked.
      for _ in 1...2 {
        let client = try APIClient(settings("http://127.0.0.1:\(server.port)"), on: executor)
        let task = Task(executorPreference: executor) { await client.lookUp(serial, policy: .creatingRun) }
        #expect(await task.value.reply.outcome == .pass)
      }
    }
  }

  @Test("passes on whose unit it is, for the policy to compare")
  func anotherUnit() async throws {
    let (found, _) = try await lookUp("SN-1") { _ in [unit("SN-2")] }
    guard case .unit(let unit, _) = found.reply else { throw Unexpected(found) }
    #expect(unit.serialNumber == "SN-2")
  }

  @Test("says when the stand-in answered")
  func standIn() async throws {
    let body = #"{"serial_number": "SN-1"}"#
    let (found, _) = try await lookUp { _ in [http("200 OK", ["X-Scangate-Stand-In: 1"], body)] }
    #expect(found.standIn)
    #expect(found.reply == .unit(Unit(serialNumber: "SN-1"), run: nil))
  }

  @Test(
    "keeps hostile serial numbers inside one segment of the path",
    arguments: [
      ("../runs", "..%2Fruns"), ("A?x=1", "A%3Fx%3D1"), ("A#x", "A%23x"), ("%2e%2e", "%252e%252e"), ("A/B", "A%2FB"),
      ("A B", "A%20B"), ("A:B+C", "A%3AB%2BC"), ("a-._~Z09", "a-._~Z09"), ("Ä", "%C3%84"), ("A\\..\\B", "A%5C..%5CB"),
      ("A&limit=9", "A%26limit%3D9"), ("A;b@c", "A%3Bb%40c"), ("...", "..."),
    ])
  func hostile(text: String, segment: String) async throws {
    let single = try await lookUp(text) { _ in [unit(text)] }
    #expect(single.requests.map(\.path) == ["/api/v2/units/\(segment)"])
    let list = try await lookUp(text, policy: .lastRun) { _ in [http("200 OK", [], #"{"data": []}"#)] }
    #expect(list.requests.map(\.path) == ["/api/v2/units?serial_numbers=\(segment)&limit=2"])
  }

  @Test("keeps one connection")
  func keepsAlive() async throws {
    try await ScriptedServer.run({ request in [unit("\(request.place)")] }) { server in
      try await withClient(settings("http://127.0.0.1:\(server.port)")) { client in
        for _ in 0..<3 { _ = await client.lookUp(try serial("SN-1"), policy: .creatingRun) }
        #expect(server.requests.count == 3)
        #expect(server.connections == 1)
      }
    }
  }
}

/// A value that a test cannot go on with.
struct Unexpected: Error, CustomStringConvertible {
  let description: String

  init(_ value: some Any) {
    description = "\(value)"
  }
}
