import Testing

/// A server in trouble, as `serve --fault` plays it, and the reason that the operator is told.
struct Trouble: CustomTestStringConvertible {
  let fault: String
  let reason: String

  var testDescription: String { fault }

  static let all = [
    ("301", "redirected"), ("302", "redirected"), ("307", "redirected"), ("drip", "timeout"),
    ("close", "unreachable"), ("reset", "unreachable"), ("flood", "bad_reply"), ("html", "bad_reply"),
    ("other-unit", "serial_mismatch"), ("400", "bad_reply"), ("401", "unauthorized"), ("403", "forbidden"),
    ("408", "server_error"), ("429", "rate_limited"), ("500", "server_error"), ("503", "server_error"),
  ].map { Trouble(fault: $0, reason: $1) }
}
