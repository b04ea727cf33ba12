import HTTPTypes

/// What goes wrong on demand with every answer of a stand-in, so that a station's reaction can be seen.
package struct Faults: Hashable, Sendable {
  /// Time that passes before each answer: one of `delays`.
  package var delay: Duration
  /// What comes in the answer's place; nil for the answer itself.
  package var fault: Fault?

  package init(delay: Duration = .zero, fault: Fault? = nil) {
    self.delay = delay
    self.fault = fault
  }

  /// The delays that a stand-in takes: up to an hour, past which no client waits.
  package static let delays = Duration.zero...Duration.seconds(3600)
}

/// What a client gets in place of the answer that it asked for.
package enum Fault: Hashable, Sendable {
  /// An error with the API's own body, or a redirect: any of `statuses`.
  case status(Int)
  /// The connection closed without an answer.
  case close
  /// The connection reset without an answer.
  case reset
  /// The answer, one byte every 100 ms.
  case drip
  /// 64 MiB of JSON that never becomes a value.
  case flood
  /// A web page with 200, as a captive portal sends.
  case html
  /// Another unit than the one asked for.
  case otherUnit

  /// Reads a fault as it is written on a command line: `503`, `drip`; nil for a word that is none.
  package init?(_ text: String) {
    if let status = Int(text), Self.statuses.contains(status) {
      self = .status(status)
    } else if let named = Self.named.first(where: { $0.key == text }) {
      self = named.value
    } else {
      return nil
    }
  }

  /// The statuses that can be asked for.
  package static let statuses = redirects + APIError.Code.allCases.map(\.status.code)
  /// The faults that have a name.
  package static let named: KeyValuePairs<String, Fault> = [
    "close": .close, "reset": .reset, "drip": .drip, "flood": .flood, "html": .html, "other-unit": .otherUnit,
  ]

  private static let redirects = [301, 302, 303, 307, 308]
}
