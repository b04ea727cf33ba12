import FoundationEssentials

/// One line of `--format json` or `check --json`, as far as the tests look into it.
struct JSONLine: Decodable {
  struct Reason: Decodable {
    let code: String
    let action: String
  }

  let type: String
  let lane: String?
  let state: String?
  let cause: String?
  let changes: [String]?
  let config: String?
  let standIn: Bool?
  let scan: String?
  let serialNumber: String?
  let verdict: String?
  let shown: Bool?
  let reasons: [Reason]?
  let attempts: Int?
  let at: String?
  let passedBefore: String?

  init(_ text: some StringProtocol) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(JSONLine.self, from: Data(text.utf8))
  }

  var codes: [String] { reasons?.map(\.code) ?? [] }
}
