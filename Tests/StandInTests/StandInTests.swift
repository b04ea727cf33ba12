import StandIn
import Testing

@Suite struct StandInTests {
  @Test("A unit is answered in the API's shape, without the list's last run")
  func unit() async throws {
    try await RunningStandIn.use { standIn in
      let reply = try await standIn.get("/units/SN-2024-001241")
      #expect(reply.status == 200)
      #expect(reply.headers["content-type"] == "application/json")
      let unit = try reply.json
      #expect(unit[path: ["serial_number"]] == "SN-2024-001241")
      #expect(unit[path: ["created_during", "outcome"]] == "FAIL")
      #expect(unit[path: ["sample"]] == .null)
      #expect(unit[path: ["last_run"]] == nil)
    }
  }

  @Test(
    "A segment is decoded exactly once",
    arguments: [
      ("SN-2024-001234", "SN-2024-001234"),
      ("sn-2024-001234", "SN-2024-001234"),
      ("SN%2D2024-001234", "SN-2024-001234"),
      ("SN%3A2024%2B001245.B", "SN:2024+001245.B"),
      ("SN:2024+001245.B", "SN:2024+001245.B"),
    ])
  func decodedOnce(segment: String, serialNumber: String) async throws {
    try await RunningStandIn.use { standIn in
      let unit = try await standIn.get("/units/\(segment)").json
      #expect(unit[path: ["serial_number"]]?.string == serialNumber)
    }
  }

  @Test(
    "What is no serial number here is an unknown unit by its own name",
    arguments: [
      ("SN-2024-009999", "SN-2024-009999"),
      ("SN%252D2024-001234", "SN%2D2024-001234"),
      ("A%2FB", "A/B"),
      ("..%2Fwhoami", "../whoami"),
      ("..", ".."),
      ("A%3Fx%3D1%23", "A?x=1#"),
      ("%E2%84%AA", "\u{212A}"),
    ])
  func unknownUnit(segment: String, serialNumber: String) async throws {
    try await RunningStandIn.use { standIn in
      let reply = try await standIn.get("/units/\(segment)")
      #expect(reply.status == 404)
      #expect(try reply.json[path: ["code"]] == "NOT_FOUND")
      #expect(try reply.json[path: ["message"]]?.string == "No unit with serial number \(serialNumber)")
    }
  }

  @Test("The Kelvin sign is no K")
  func kelvin() throws {
    let units = try Units(json: #"[\#(unitJSON(serialNumber: "K-1"))]"#, file: "units.json")
    #expect(units["k-1"] != nil)
    #expect(units["\u{212A}-1"] == nil)
  }

  @Test(
    "An endpoint that does not exist is NOT_FOUND",
    arguments: [
      ("GET", "/nothing"), ("GET", "/units/"), ("GET", "/units/A/B"), ("GET", "/../v1/units"), ("POST", "/units"),
      ("DELETE", "/units/SN-2024-001234"), ("GET", ""),
    ])
  func unknownEndpoint(method: String, target: String) async throws {
    try await RunningStandIn.use { standIn in
      let reply = try await standIn.get(target, method: method)
      #expect(reply.status == 404)
      let message = try reply.json[path: ["message"]]?.string
      #expect(try reply.json[path: ["code"]] == "NOT_FOUND")
      #expect(message == "No endpoint \(method) /api/v2\(target)")
    }
  }

  @Test("A path that is not percent-encoded UTF-8 is refused", arguments: ["%zz", "%", "%4", "%ff"])
  func badPath(segment: String) async throws {
    try await RunningStandIn.use { standIn in
      let reply = try await standIn.get("/units/\(segment)")
      #expect(reply.status == 400)
      #expect(try reply.json[path: ["code"]] == "BAD_REQUEST")
    }
  }

  @Test("Every call demands the key", arguments: ["/units/SN-2024-001234", "/units", "/whoami"])
  func unauthorized(target: String) async throws {
    try await RunningStandIn.use(key: "secret") { standIn in
      for key in [nil, "demo", "", "Secret", "secret "] as [String?] {
        let reply = try await standIn.get(target, key: key)
        // A trailing blank is white space around the header's value, not part of the key.
        #expect(reply.status == (key == "secret " ? 200 : 401), "\(key ?? "no key")")
      }
      let refusal = try await standIn.get(target, key: nil).json
      #expect(refusal[path: ["code"]] == "UNAUTHORIZED")
      #expect(refusal[path: ["issues"]]?.elements.count == 1)
    }
  }

  @Test("The bearer scheme is written in any case")
  func schemeCase() async throws {
    try await RunningStandIn.use { standIn in
      let text = try await standIn.exchange(
        "GET /api/v2/whoami HTTP/1.1\r\nHost: a\r\nAuthorization: bEARER demo\r\nConnection: close\r\n\r\n")
      #expect(try Reply(text).status == 200)
    }
  }

  @Test(
    "Every reply carries the stand-in's mark",
    arguments: ["/units/SN-2024-001234", "/units/none", "/none", "/units?limit=0"]
  )
  func mark(target: String) async throws {
    try await RunningStandIn.use { standIn in
      for key in ["demo", nil] {
        let reply = try await standIn.get(target, key: key)
        #expect(reply.headers["x-scangate-stand-in"] == "1")
      }
    }
  }

  @Test("HEAD is GET without the body")
  func head() async throws {
    try await RunningStandIn.use { standIn in
      let get = try await standIn.get("/units/SN-2024-001234")
      let head = try await standIn.get("/units/SN-2024-001234", method: "HEAD")
      #expect(head.status == 200)
      #expect(head.body.isEmpty)
      #expect(head.headers["content-length"] == "\(get.body.utf8.count)")
    }
  }

  @Test("whoami tells a station key")
  func whoami() async throws {
    try await RunningStandIn.use { standIn in
      let identity = try await standIn.get("/whoami").json
      #expect(identity[path: ["type"]] == "station")
      #expect(identity[path: ["user"]] == .null)
      #expect(identity[path: ["organization", "slug"]]?.string != nil)
    }
  }

  @Test("One connection serves call after call, request bodies drained")
  func keptAlive() async throws {
    try await RunningStandIn.use { standIn in
      let text = try await standIn.exchange(
        "POST /api/v2/units HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"
          + "GET /api/v2/none HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      #expect(text.ranges(of: "HTTP/1.1 404").count == 2)
    }
  }

  @Test("Many clients at once each get the unit they asked for")
  func concurrent() async throws {
    try await RunningStandIn.use { standIn in
      try await withThrowingTaskGroup { group in
        for unit in try Units(file: demoUnitsPath).records {
          group.addTask { (unit, try await standIn.get("/units/\(unit.serialNumber)").json) }
        }
        for try await (unit, answered) in group {
          #expect(answered == unit.reply)
        }
      }
    }
  }
}
