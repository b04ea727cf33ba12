/// The query parameters of a request; an array is the same name again and again.
struct Parameters {
  private let values: [String: [String]]

  /// Takes the part of a request's target after `?`, a form's way: `+` is a space, everything else decoded once.
  init(query: String) throws(APIError) {
    var values: [String: [String]] = [:]
    for field in query.split(separator: "&") {
      let sides = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.replacing("+", with: " ").percentDecoded }
      guard let name = sides[0], let value = sides.count == 2 ? sides[1] : "" else {
        throw .badRequest("Query is not percent-encoded UTF-8")
      }
      values[name, default: []].append(value)
    }
    self.values = values
  }

  /// All values of a parameter; an empty one, as the official client sends `metadata=`, is none.
  subscript(name: String) -> [String] {
    values[name, default: []].filter { !$0.isEmpty }
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(APIError) -> Int? {
    guard let text = self[name].last else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw .badRequest("\(name) must be an integer from \(range.lowerBound) to \(range.upperBound)", parameter: name)
    }
    return value
  }

  func flag(_ name: String) throws(APIError) -> Bool {
    try choices(name, of: ["true", "false"]).last == "true"
  }

  /// The values of a parameter that allows only these.
  func choices(_ name: String, of allowed: [String]) throws(APIError) -> [String] {
    let chosen = self[name]
    guard chosen.allSatisfy(allowed.contains) else {
      throw .badRequest("\(name) must be one of \(allowed.joined(separator: ", "))", parameter: name)
    }
    return chosen
  }
}
