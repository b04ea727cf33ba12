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
        #expect(found.reply.detail?.contains("for another host") == true)
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
      }
    }
  }

  @Test("HTTP/2 is spoken where the server offers it, and a connection without an answer not used again")
  func http2() async throws {
    let noSettings = "\0\0\0\u{4}\0\0\0\0\0"
    try await ScriptedServer.run(tls: ServerTLS(protocols: ["h2"]), { _ in [.send(noSettings)] }) { server in
      let settings = try settings(
        "https://127.0.0.1:\(server.port)", caFile: TestFile.path("Certificates/ca.pem"), deadline: .milliseconds(800))
      try await withClient(settings) { client in
        for _ in 0..<2 {
          let found = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
          #expect(found.reply.code == .timeout, "\(found)")
        }
        #expect(server.requests.map(\.line) == ["PRI * HTTP/2.0", "PRI * HTTP/2.0"])
      }
    }
  }
}
