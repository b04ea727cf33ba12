import Gating
import Testing

@testable import TofuPilot

@Suite("A proxy") struct ProxyTests {
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
