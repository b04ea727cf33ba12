import Gating
import Testing

@testable import TofuPilot

@Suite("The deadline") struct DeadlineTests {
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
    #expect((.milliseconds(400)..<Duration.seconds(30)).contains(clock.now - start))
  }

  @Test("a caller may give less than the deadline")
  func limit() async throws {
    try await ScriptedServer.run({ _ in [] }) { server in
      try await withClient(settings("http://127.0.0.1:\(server.port)")) { client in
        let start = ContinuousClock.now
        let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun, within: .milliseconds(300))
        #expect(found.reply.code == .timeout)
        #expect((.milliseconds(300)..<Duration.seconds(30)).contains(.now - start))
      }
    }
  }

  @Test("the deadline covers the attempts together")
  func deadlineCoversRetries() async throws {
    let (found, _) = try await lookUp(deadline: .seconds(5)) { request in
      request.place == 0 ? [http("503 Service Unavailable", [], "")] : []
    }
    #expect(found.reply.code == .timeout)
    #expect(found.attempts == 2)
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
        #expect((.milliseconds(300)..<Duration.seconds(30)).contains(clock.now - start))
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
      let clock = ContinuousClock()
      let start = clock.now
      let first = Task { await client.lookUp(serial, policy: .creatingRun) }
      await asking.next()
      first.cancel()
      #expect(await first.value.reply.code == .interrupted)
      let second = Task { await client.lookUp(serial, policy: .creatingRun) }
      await asking.next()
      client.shutdown()
      #expect(await second.value.reply.code == .interrupted)
      #expect(clock.now - start < .seconds(10))
    }
  }
}
