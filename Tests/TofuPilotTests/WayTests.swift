import Testing

@testable import TofuPilot

@Suite("The way to the API") struct WayTests {
  private let ca = TestFile.path("Certificates/ca.pem")

  @Test("is told step by step, and nothing is asked on it", arguments: ["127.0.0.1", "localhost"])
  func clear(host: String) async throws {
    try await ScriptedServer.run(tls: ServerTLS(), { _ in [] }) { server in
      let way = try await Way.measured(to: "https://\(host):\(server.port)", caFile: ca)
      #expect(way.stages.map(\.step) == [.dns, .tcp, .tls])
      #expect(way.isClear)
      #expect(way.stages.allSatisfy { $0.time > .zero })
      #expect(server.requests.isEmpty)
    }
  }

  @Test("has no TLS in it where the address has none")
  func plain() async throws {
    try await ScriptedServer.run({ _ in [] }) { server in
      let way = try await Way.measured(to: "http://127.0.0.1:\(server.port)")
      #expect(way.stages.map(\.step) == [.dns, .tcp])
      #expect(way.isClear)
    }
  }

  @Test("ends at a name that nobody knows")
  func unknownName() async throws {
    let way = try await Way.measured(to: "https://no-such-host.invalid")
    #expect(way.stages.map(\.step) == [.dns])
    #expect(way.stages.last?.obstacle?.hasPrefix("no-such-host.invalid has no address: ") == true, "\(way)")
  }

  @Test("ends at a port that refuses")
  func refused() async throws {
    let port = try await ScriptedServer.run({ _ in [] }) { $0.port }
    let way = try await Way.measured(to: "https://127.0.0.1:\(port)")
    #expect(way.stages.map(\.step) == [.dns, .tcp])
    #expect(way.stages.last?.obstacle == "connection refused by 127.0.0.1:\(port)")
  }

  @Test(
    "ends at a certificate that nobody vouches for, or that is for another host", arguments: ["server", "elsewhere"])
  func untrusted(certificate: String) async throws {
    try await ScriptedServer.run(tls: ServerTLS(certificate: certificate), { _ in [] }) { server in
      let way = try await Way.measured(
        to: "https://127.0.0.1:\(server.port)", caFile: certificate == "server" ? nil : ca)
      #expect(way.stages.map(\.step) == [.dns, .tcp, .tls])
      let words = certificate == "server" ? "is not trusted" : "is for another host"
      #expect(way.stages.last?.obstacle?.contains(words) == true, "\(way)")
    }
  }

  @Test("ends at a server that speaks no TLS, within its limit")
  func noTLS() async throws {
    try await ScriptedServer.run({ _ in [] }) { server in
      let way = try await Way.measured(to: "https://127.0.0.1:\(server.port)", limit: .milliseconds(300))
      #expect(way.stages.last?.step == .tls)
      #expect(way.stages.last?.obstacle == "127.0.0.1:\(server.port) does not answer in time")
    }
  }

  @Test("ends at the proxy where there is one")
  func proxied() async throws {
    let port = try await ScriptedServer.run({ _ in [] }) { server in
      let proxy = ProxySettings(environment: ["HTTPS_PROXY": "http://127.0.0.1:\(server.port)"])
      let way = try await Way.measured(to: "https://no-such-host.invalid", proxy: proxy)
      #expect(way.isProxied)
      #expect(way.port == server.port)
      #expect(way.stages.map(\.step) == [.dns, .tcp])
      #expect(way.isClear)
      return server.port
    }
    let proxy = ProxySettings(environment: ["HTTPS_PROXY": "http://127.0.0.1:\(port)"])
    let way = try await Way.measured(to: "https://no-such-host.invalid", proxy: proxy)
    #expect(way.stages.last?.obstacle == "connection refused by 127.0.0.1:\(port)")
  }
}
