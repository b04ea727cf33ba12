import Gating
import Testing

@testable import TofuPilot

@Suite("The network") struct NetworkTests {
  @Test("a connection gone stale is asked again at once", arguments: [ScriptedServer.Step.close, .reset])
  func stale(end: ScriptedServer.Step) async throws {
    try await ScriptedServer.run({ request in
      request.connection == 0 && request.place == 1 ? [end] : [unit("SN-1")]
    }) { server in
      try await withClient(settings("http://127.0.0.1:\(server.port)")) { client in
        let first = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(first.attempts == 1)
        let second = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(second.attempts == 2)
        #expect(second.reply.outcome == .pass)
        #expect(server.connections == 2)
      }
    }
  }

  @Test("a connection that closed while idle costs no attempt")
  func closedWhileIdle() async throws {
    try await ScriptedServer.run({ $0.connection == 0 ? [unit("SN-1"), .close] : [unit("SN-1")] }) { server in
      try await withClient(settings("http://127.0.0.1:\(server.port)")) { client in
        for _ in 0..<2 {
          let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
          #expect(found.reply.outcome == .pass)
        }
        #expect(server.connections == 2)
      }
    }
  }

  @Test("a server that closes or resets every time is unreachable", arguments: [ScriptedServer.Step.close, .reset])
  func closesAlways(end: ScriptedServer.Step) async throws {
    let (found, requests) = try await lookUp { _ in [end] }
    #expect(found.reply.code == .unreachable)
    #expect(found.attempts == 2)
    #expect(requests.count == 2)
  }

  @Test("a reply cut short is not understood, however complete its JSON looks")
  func cutShort() async throws {
    let body = #"{"serial_number": "SN-1", "created_during": {"outcome": "PASS"}}"#
    let (found, _) = try await lookUp { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n\(body)"), .close] }
    #expect(found.reply.code == .badReply)
  }

  @Test("what is no HTTP is a bad reply", arguments: ["SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n"])
  func noHTTP(text: String) async throws {
    let (found, _) = try await lookUp { _ in [.send(text), .close] }
    #expect(found.reply.code == .badReply)
  }

  @Test(
    "a reply over 1 MiB is refused while it is read",
    arguments: [
      "HTTP/1.1 200 OK\r\nContent-Length: 67108864\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n",
    ])
  func tooLong(head: String) async throws {
    try await ScriptedServer.run({ _ in [.send(head), .flood(1 << 26)] }) { server in
      try await withClient(settings("http://127.0.0.1:\(server.port)")) { client in
        let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(found.reply.code == .badReply)
        #expect(found.reply.detail?.contains("1 MiB") == true)
        #expect(server.flooded < 1 << 25)
      }
    }
  }

  @Test("a reply of 1 MiB is read")
  func longEnough() async throws {
    let body = #"{"serial_number": "SN-1"}"#
    let (found, _) = try await lookUp { _ in
      [.send("HTTP/1.1 200 OK\r\nContent-Length: 1048576\r\n\r\n\(body)"), .flood(1_048_576 - body.utf8.count)]
    }
    #expect(found.reply == .unit(Unit(serialNumber: "SN-1"), run: nil))
  }

  @Test("a refused connection is told at once, not at the deadline")
  func refused() async throws {
    let port = try await ScriptedServer.run({ _ in [] }) { $0.port }
    let clock = ContinuousClock()
    let start = clock.now
    try await withClient(settings("http://127.0.0.1:\(port)")) { client in
      for _ in 0..<2 {
        let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(found.reply == .failed(.unreachable, detail: "connection refused by 127.0.0.1:\(port)"))
        #expect(found.attempts == 1)
        #expect(found.status == nil)
      }
    }
    #expect(clock.now - start < .seconds(10))
  }

  @Test("a host without an address is unreachable")
  func unknownHost() async throws {
    try await withClient(settings("http://tofupilot.invalid", connectTimeout: .seconds(5))) { client in
      let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
      #expect(found.reply.code == .unreachable)
    }
  }
}
