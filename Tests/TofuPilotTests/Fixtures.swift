import FoundationEssentials
import Gating
import Scanning
import Testing

@testable import TofuPilot

/// A file that stands beside the tests.
enum TestFile {
  static func path(_ name: String, here: String = #filePath) -> String {
    here.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/\(name)"
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}

/// A reply with that body, on a connection that stays open.
func http(_ status: String, _ headers: [String] = [], _ body: String) -> ScriptedServer.Step {
  let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
  return .send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
}

/// A 200 about a unit of that number whose run ended that way.
func unit(_ serial: String, outcome: String = "PASS") -> ScriptedServer.Step {
  http("200 OK", [], #"{"serial_number": "\#(serial)", "created_during": {"outcome": "\#(outcome)"}}"#)
}

func serial(_ text: String) throws -> SerialNumber {
  try SerialNumber(text, alphabet: .any)
}

/// Settings for the tests: the deadline is long enough never to be met by chance.
func settings(
  _ url: String, caFile: String? = nil, deadline: Duration = .seconds(30), connectTimeout: Duration = .seconds(10),
  environment: [String: String] = [:]
) throws -> ConnectionSettings {
  ConnectionSettings(
    url: url, key: try APIKey("secret"), caFile: caFile, deadline: deadline, connectTimeout: connectTimeout,
    proxy: ProxySettings(environment: environment), version: "1.2.3")
}

/// A client for the time of `body`.
func withClient<Value>(
  _ settings: ConnectionSettings, _ body: (APIClient) async throws -> Value
) async throws -> Value {
  let client = try APIClient(settings)
  defer { client.shutdown() }
  return try await body(client)
}

/// Looks one serial number up at a server that runs this script.
func lookUp(
  _ text: String = "SN-1", policy: RunPolicy = .creatingRun, deadline: Duration = .seconds(30),
  _ script: @escaping ScriptedServer.Script
) async throws -> (found: LookUp, requests: [ScriptedServer.Request]) {
  try await ScriptedServer.run(script) { server in
    try await withClient(settings("http://127.0.0.1:\(server.port)", deadline: deadline)) { client in
      (await client.lookUp(try serial(text), policy: policy), server.requests)
    }
  }
}
