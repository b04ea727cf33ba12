import Gating
import Glibc
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
    #expect(found.reply.code != nil)
    #expect(found.reply.outcome == nil)
    print("CUT", found)
  }

  @Test("what is no HTTP is a bad reply", arguments: ["SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n"])
  func noHTTP(text: String) async throws {
    let (found, _) = try await lookUp { _ in [.send(text), .close] }
    print("NOHTTP", found)
    #expect(found.reply.code == .badReply)
  }

  @Test(
    "a server that does not answer times out at the deadline",
    arguments: [
      [], [ScriptedServer.Step.send("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n{")],
      [.drip("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n" + String(repeating: " ", count: 4000))],
      [.send("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n"), .drip(String(repeating: " ", count: 4000))],
      [
        .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
        .drip("fff\r\n" + String(repeating: " ", count: 4000)),
      ],
    ])
  func slow(steps: [ScriptedServer.Step]) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let (found, _) = try await lookUp(deadline: .milliseconds(400)) { _ in steps }
    #expect(found.reply.code == .timeout)
    #expect((.milliseconds(400)..<Duration.seconds(5)).contains(clock.now - start))
  }

  @Test("the deadline covers the attempts together")
  func deadlineCoversRetries() async throws {
    let (found, _) = try await lookUp(deadline: .milliseconds(900)) { request in
      request.place == 0 ? [http("503 Service Unavailable", [], "")] : []
    }
    #expect(found.reply.code == .timeout)
    #expect(found.attempts == 2)
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
      print("DNS", found)
    }
  }

  @Test(
    "a host that lets nobody in is unreachable after the connect timeout, and times out where the deadline is shorter")
  func blackHole() async throws {
    let hole = try FullBacklog()
    defer { hole.close() }
    for (connect, deadline, code) in [(300, 30_000, ReasonCode.unreachable), (10_000, 300, .timeout)] {
      let clock = ContinuousClock()
      let start = clock.now
      let settings = try settings(
        "http://127.0.0.1:\(hole.port)", deadline: .milliseconds(deadline), connectTimeout: .milliseconds(connect))
      try await withClient(settings) { client in
        let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(found.reply.code == code)
        print("HOLE", found)
        #expect((.milliseconds(300)..<Duration.seconds(5)).contains(clock.now - start))
      }
    }
  }

  @Test("a cancelled look-up ends as interrupted, and so does one at shutdown")
  func cancelled() async throws {
    let (asked, continuation) = AsyncStream<Void>.makeStream()
    try await ScriptedServer.run({ _ in
      continuation.yield()
      return []
    }) { server in
      let client = try APIClient(settings("http://127.0.0.1:\(server.port)"))
      let serial = try serial("SN-1")
      var asking = asked.makeAsyncIterator()
      let first = Task { await client.lookUp(serial, policy: .creatingRun) }
      await asking.next()
      first.cancel()
      #expect(await first.value.reply.code == .interrupted)
      let second = Task { await client.lookUp(serial, policy: .creatingRun) }
      await asking.next()
      await client.shutdown()
      #expect(await second.value.reply.code == .interrupted)
    }
  }
}

/// A listening socket whose queue is full: the kernel drops every further attempt to connect.
struct FullBacklog {
  let port: Int
  private let descriptors: [CInt]

  init() throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var descriptors = [listener]
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = bind(listener, address, length)
        _ = listen(listener, 0)
        _ = getsockname(listener, address, &length)
        for _ in 0..<4 {
          let filler = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue), 0)
          _ = connect(filler, address, length)
          descriptors.append(filler)
        }
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    self.descriptors = descriptors
  }

  func close() {
    for descriptor in descriptors { _ = Glibc.close(descriptor) }
  }
}
