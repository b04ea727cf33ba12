import Scanning

/// A terminator stands in the file as two keys: its name, and the quiet gap of the one that is none.
extension Terminator {
  enum Name: String, CaseIterable {
    case enter, tab, none
  }

  var name: Name {
    get {
      switch self {
      case .enter: .enter
      case .tab: .tab
      case .none: .none
      }
    }
    set {
      switch newValue {
      case .enter: self = .enter
      case .tab: self = .tab
      case .none: self = .none(quietGap: quietGap ?? Self.defaultQuietGap)
      }
    }
  }

  /// nil where a character ends the scan; setting it then changes nothing.
  var quietGap: Duration? {
    get {
      if case .none(let gap) = self { gap } else { nil }
    }
    set {
      if let newValue, case .none = self { self = .none(quietGap: newValue) }
    }
  }
}
