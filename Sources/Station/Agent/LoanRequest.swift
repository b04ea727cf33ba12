/// What a program wants to have for a while.
package struct LoanRequest: Codable, Hashable, Sendable {
  package enum Thing: String, Codable, Sendable {
    case scanners, light
  }

  package var what: Thing
  /// The lane whose scanner it is; nil: every scanner.
  package var lane: String?
  /// Where the light is, as the configuration names it.
  package var port: String?
  /// Who asks: `scangate identify`.
  package var by: String

  package static func scanners(of lane: String? = nil, by name: String) -> LoanRequest {
    LoanRequest(what: .scanners, lane: lane, by: name)
  }

  package static func light(at port: String, by name: String) -> LoanRequest {
    LoanRequest(what: .light, port: port, by: name)
  }
}
