import NIOCore
import NIOPosix
import ServiceLifecycleTestKit
import StandIn
import Testing

@Suite struct StopTests {
  @Test(
    "A stop ends the server at once, whatever it is answering",
    .timeLimit(.minutes(1)),
    arguments: [Faults(), Faults(fault: .drip), Faults(fault: .flood), Faults(delay: .seconds(600))]
  )
  func stop(faults: Faults) async throws {
    let standIn = StandIn(units: try Units(file: demoUnitsPath), faults: faults)
    let (ports, running) = AsyncStream<Int>.makeStream()
    try await testGracefulShutdown { trigger in
      async let stopped: Void = standIn.run(port: 0) { running.yield($0) }
      let port = try #require(await ports.first { _ in true })
      // Kept alive: the client hears everything up to the server's own close.
      async let heard = RunningStandIn(port: port).exchange(
        "GET /api/v2/units/SN-2024-001234 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer demo\r\n\r\n",
        onFirstBytes: trigger.triggerGracefulShutdown)
      if faults.delay > .zero { trigger.triggerGracefulShutdown() }
      _ = try? await heard
      try await stopped
    }
  }

  @Test("A cancelled server returns, connections that it has not yet taken up or not", arguments: [0, 20])
  func cancel(connections: Int) async throws {
    let standIn = StandIn(units: try Units(file: demoUnitsPath))
    let (ports, running) = AsyncStream<Int>.makeStream()
    let (untilReleased, release) = AsyncStream<Void>.makeStream()
    let server = Task {
      try await standIn.run(port: 0) { port in
        running.yield(port)
        for await _ in untilReleased {}
      }
    }
    let port = try #require(await ports.first { _ in true })
    var clients: [any Channel] = []
    for _ in 0..<connections {
      let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      clients.append(try await bootstrap.connect(host: "127.0.0.1", port: port).get())
    }
    server.cancel()
    release.finish()
    try await server.value
    for client in clients {
      try await client.closeFuture.get()
    }
  }
}
