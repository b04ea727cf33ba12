import FoundationEssentials

/// One line of `--format json`, as far as these tests look into it.
struct JSONLine: Decodable, Sendable {
  struct Reason: Decodable {
    let code: String
  }

  let type: String
  let at: String?
  let lane: String?
  let state: String?
  let scanner: String?
  let cause: String?
  let scan: String?
  let verdict: String?
  let shown: Bool?
  let reasons: [Reason]?

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONLine.self, from: Data(text.utf8))
  }

  var codes: [String] { reasons?.map(\.code) ?? [] }
}
