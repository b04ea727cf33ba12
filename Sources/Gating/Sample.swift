/// What kind of reference unit a unit is; one that is made for sale is no sample.
package enum Sample: Hashable, Sendable {
  /// Known good: every test must pass it.
  case golden
  /// Known bad: every test must stop it.
  case failing
  /// Left out of TofuPilot's figures.
  case ignored
  /// A kind that this version does not know.
  case unknown(String)

  package init(_ text: String) {
    self = Self.known.first { $0.text.utf8.elementsEqual(text.utf8) } ?? .unknown(text)
  }

  package var text: String {
    switch self {
    case .golden: "golden"
    case .failing: "failing"
    case .ignored: "ignored"
    case .unknown(let text): text
    }
  }

  private static let known: [Sample] = [.golden, .failing, .ignored]
}
