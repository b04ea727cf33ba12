import Foundation
import FoundationNetworking

/// What an agent answers to one request for its health.
struct HealthReply {
  let status: Int?
  let contentType: String?
  let body: String

  /// Asks for `path` on a port of this machine.
  init(_ path: String, port: Int) async throws {
    guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw URLError(.badURL) }
    let (data, response) = try await URLSession.shared.data(from: url)
    let reply = response as? HTTPURLResponse
    status = reply?.statusCode
    contentType = reply?.value(forHTTPHeaderField: "Content-Type")
    body = String(decoding: data, as: UTF8.self)
  }
}
