/// What a light tells about its lane: exactly one of these at any time.
package enum Signal: String, CaseIterable, Hashable, Sendable {
  case ready
  /// The first key of a scan: what was lit is gone, nothing is lit yet.
  case reading
  /// A look-up takes longer than 150 ms.
  case checking
  case pass
  case fail
  case noVerdict = "no_verdict"
  /// No verdict is possible now.
  case hold
  case scannerLost = "scanner_lost"
  /// The safe state: nothing is lit, nothing is released.
  case stopping

  package var isVerdict: Bool {
    switch self {
    case .pass, .fail, .noVerdict: true
    case .ready, .reading, .checking, .hold, .scannerLost, .stopping: false
    }
  }

  /// How often the buzzer sounds, where it is allowed to: what lasts until somebody mends it is silent.
  package var beeps: Int {
    switch self {
    case .pass: 1
    case .fail: 2
    case .noVerdict: 3
    case .ready, .reading, .checking, .hold, .scannerLost, .stopping: 0
    }
  }
}
