import StandIn
import Testing

@Suite struct FaultTests {
  @Test("A fault is read as it is written on a command line")
  func parsing() {
    #expect(Fault("503") == .status(503))
    #expect(Fault("302") == .status(302))
    for (name, fault) in Fault.named {
      #expect(Fault(name) == fault)
    }
    for word in ["", "200", "204", "999", "5O3", "Drip", "-503"] {
      #expect(Fault(word) == nil, "\(word)")
    }
  }

  @Test(
    "A status comes with the API's own body, marked",
    arguments: [
      (400, "BAD_REQUEST"), (401, "UNAUTHORIZED"), (403, "FORBIDDEN"), (404, "NOT_FOUND"), (408, "TIMEOUT"),
      (429, "TOO_MANY_REQUESTS"), (500, "INTERNAL_SERVER_ERROR"), (502, "BAD_GATEWAY"), (503, "SERVICE_UNAVAILABLE"),
    ])
  func status(status: Int, code: String) async throws {
    try await RunningStandIn.use(faults: Faults(fault: .status(status))) { standIn in
      for target in ["/units/SN-2024-001234", "/whoami", "/units"] {
        let reply = try await standIn.get(target)
        #expect(reply.status == status)
        #expect(try reply.json[path: ["code"]]?.string == code)
        #expect(reply.headers["x-scangate-stand-in"] == "1")
      }
    }
  }

  @Test("A redirect leads elsewhere", arguments: [301, 302, 303, 307, 308])
  func redirect(status: Int) async throws {
    try await RunningStandIn.use(faults: Faults(fault: .status(status))) { standIn in
      let reply = try await standIn.get("/units/SN-2024-001234")
      #expect(reply.status == status)
      #expect(reply.headers["location"] == "https://elsewhere.invalid/api/v2/units/SN-2024-001234")
    }
  }

  @Test("A delay passes before the whole answer")
  func delay() async throws {
    try await RunningStandIn.use(faults: Faults(delay: .seconds(2))) { standIn in
      let clock = ContinuousClock()
      let began = clock.now
      let reply = try await standIn.get("/units/SN-2024-001234")
      #expect(reply.status == 200)
      #expect(clock.now - began >= .seconds(2))
    }
  }

  @Test("A delay below zero or over an hour is an error", arguments: [-1, 3601, Int64.max])
  func delayOutOfRange(seconds: Int64) async throws {
    let delay = Duration.seconds(seconds)
    await #expect(throws: StandInError.delayOutOfRange(delay)) {
      try await RunningStandIn.use(faults: Faults(delay: delay)) { _ in }
    }
  }

  @Test("A closed connection and a reset one give no reply")
  func noReply() async throws {
    let request = "GET /api/v2/whoami HTTP/1.1\r\nHost: a\r\n\r\n"
    try await RunningStandIn.use(faults: Faults(fault: .close)) { standIn in
      let received = try await standIn.exchange(request)
      #expect(received.isEmpty)
    }
    try await RunningStandIn.use(faults: Faults(fault: .reset)) { standIn in
      _ = await #expect(throws: (any Error).self) { try await standIn.exchange(request) }
    }
  }

  @Test("A dripping answer begins and does not end soon")
  func drip() async throws {
    try await RunningStandIn.use(faults: Faults(fault: .drip)) { standIn in
      let request = "GET /api/v2/units/SN-2024-001234 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer demo\r\n\r\n"
      let head = try await standIn.exchange(request, upTo: 100)
      #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
      let reply = try Reply(head)
      let length = try #require(reply.headers["content-length"].flatMap { Int($0) })
      #expect(length > 500)
      #expect(reply.body.utf8.count < 10)
    }
  }

  @Test("A flood is 64 MiB of JSON that never becomes a value")
  func flood() async throws {
    try await RunningStandIn.use(faults: Faults(fault: .flood)) { standIn in
      let reply = try await standIn.get("/units/SN-2024-001234")
      #expect(reply.headers["content-type"] == "application/json")
      #expect(reply.body.utf8.count > 64 << 20)
    }
  }

  @Test("A web page comes with 200")
  func html() async throws {
    try await RunningStandIn.use(faults: Faults(fault: .html)) { standIn in
      let reply = try await standIn.get("/units/SN-2024-001234")
      #expect(reply.status == 200)
      #expect(reply.headers["content-type"] == "text/html")
      #expect(reply.body.hasPrefix("<!DOCTYPE html>"))
    }
  }

  @Test("Another unit than the one asked for", arguments: ["SN-2024-001232", "SN-2024-001234"])
  func otherUnit(serialNumber: String) async throws {
    try await RunningStandIn.use(faults: Faults(fault: .otherUnit)) { standIn in
      let answered = try await standIn.get("/units/\(serialNumber)").json[path: ["serial_number"]]?.string
      #expect(answered != nil)
      #expect(answered != serialNumber)
    }
  }
}
