import Gating
import Testing

@testable import TofuPilot

@Suite("TLS") struct TLSTests {
  @Test("a private authority is trusted once ca_file names it", arguments: ["127.0.0.1", "localhost"])
  func privateAuthority(host: String) async throws {
    try await ScriptedServer.run(tls: ServerTLS(), { _ in [unit("SN-1")] }) { server in
      let settings = try settings(
        "https://\(host):\(server.port)", caFile: TestFile.path("Certificates/ca.pem"))
      try await withClient(settings) { client in
        let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(found.reply.outcome == .pass)
      }
    }
  }

  @Test("a certificate that nobody vouches for is refused at once", arguments: [nil, "Certificates/other-ca.pem"])
  func untrusted(caFile: String?) async throws {
    try await ScriptedServer.run(tls: ServerTLS(), { _ in [unit("SN-1")] }) { server in
      let settings = try settings("https://127.0.0.1:\(server.port)", caFile: caFile.map { TestFile.path($0) })
      try await withClient(settings) { client in
        let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(
          found.reply
            == .failed(
              .unreachable, detail: "the certificate of 127.0.0.1:\(server.port) is not trusted: add ca_file"))
        #expect(server.requests.isEmpty)
      }
    }
  }

  @Test("a certificate for another host is refused", arguments: ["127.0.0.1", "localhost"])
  func anotherHost(host: String) async throws {
    try await ScriptedServer.run(tls: ServerTLS(certificate: "elsewhere"), { _ in [unit("SN-1")] }) { server in
      let settings = try settings("https://\(host):\(server.port)", caFile: TestFile.path("Certificates/ca.pem"))
      try await withClient(settings) { client in
        let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(found.reply.code == .unreachable)
        print("ELSEWHERE", found)
        #expect(server.requests.isEmpty)
      }
    }
  }

  @Test("a port without TLS is told after the connect timeout, not at the deadline")
  func plainPort() async throws {
    try await ScriptedServer.run({ _ in [] }) { server in
      let settings = try settings("https://127.0.0.1:\(server.port)", connectTimeout: .milliseconds(300))
      try await withClient(settings) { client in
        let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(found.reply.code == .unreachable)
        #expect(found.reply.detail == "127.0.0.1:\(server.port) does not speak TLS: correct api.url")
      }
    }
  }

  @Test("HTTP/2 is spoken where the server offers it")
  func http2() async throws {
    try await ScriptedServer.run(tls: ServerTLS(protocols: ["h2", "http/1.1"]), { _ in [.close] }) { server in
      let settings = try settings(
        "https://127.0.0.1:\(server.port)", caFile: TestFile.path("Certificates/ca.pem"))
      try await withClient(settings) { client in
        _ = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(server.requests.first?.line == "PRI * HTTP/2.0")
      }
    }
  }

  @Test("the proxy of the environment is asked for the way")
  func proxy() async throws {
    let tls = try ServerTLS(onDemand: true)
    try await ScriptedServer.run(
      tls: tls,
      { request in
        request.place == 0 ? [.send("HTTP/1.1 200 Connection established\r\n\r\n"), .startTLS] : [unit("SN-1")]
      }
    ) { server in
      let environment = ["HTTPS_PROXY": "http://user:word@127.0.0.1:\(server.port)", "NO_PROXY": "localhost"]
      let settings = try settings(
        "https://tofupilot.test", caFile: TestFile.path("Certificates/ca.pem"), environment: environment)
      try await withClient(settings) { client in
        let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(found.reply.outcome == .pass)
      }
      #expect(
        server.requests.map(\.line) == [
          "CONNECT tofupilot.test:443 HTTP/1.1", "GET /api/v2/units/SN-1 HTTP/1.1",
        ])
      #expect(server.requests.first?.header("Proxy-Authorization") == "Basic dXNlcjp3b3Jk")
      #expect(server.requests.first?.header("Authorization") == nil)
    }
  }

  @Test(
    "a proxy that refuses leaves the API unreachable",
    arguments: [
      "407 Proxy Authentication Required", "403 Forbidden", "502 Bad Gateway",
    ])
  func proxyRefuses(status: String) async throws {
    try await ScriptedServer.run({ _ in [http(status, [], "")] }) { server in
      let settings = try settings(
        "https://tofupilot.test", environment: ["https_proxy": "127.0.0.1:\(server.port)"])
      try await withClient(settings) { client in
        let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(found.reply.code == .unreachable)
        #expect(found.reply.detail?.contains("proxy") == true)
      }
    }
  }
}
