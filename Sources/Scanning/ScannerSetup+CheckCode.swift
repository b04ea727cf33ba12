extension ScannerSetup {
  /// From the events of one scan; nil: in no layout is it a check code, or events were lost.
  ///
  /// - Parameter layouts: those that the scanner may be set to, the likeliest first.
  package init?(from events: [InputEvent], layouts: [Layout], codes: [CheckCode] = CheckCode.all) {
    guard !events.contains(where: \.isDrop) else { return nil }
    let fitting = layouts.compactMap { layout in
      let scan = CheckScan(of: events, layout: layout)
      return codes.lazy.compactMap { scan.setup(by: $0) }.first
    }
    guard let first = fitting.first else { return nil }
    self = first
    self.layouts = fitting.flatMap(\.layouts)
    tapsCapsLock = events.contains { $0.presses(.capsLock) }
    usesAltMode = events.contains { $0.presses(.leftAlt) }
  }

  /// Takes what came before the code.
  fileprivate mutating func take(head: ArraySlice<CheckScan.Token>) {
    // Enter and Tab before the data count for nothing, as in every scan.
    let text = readText(of: head.drop { $0 == .enter || $0 == .tab })
    let last = String(String.UnicodeScalarView(text.unicodeScalars.suffix(3)))
    if let identifier = AIMIdentifier(beginning: last) {
      symbology = identifier
      prefix = String(text.unicodeScalars.dropLast(3))
    } else {
      symbology = AIMIdentifier(beginning: text)
      isSymbologyFirst = symbology != nil
      prefix = text
    }
  }

  /// Takes what came behind the code.
  fileprivate mutating func take(tail: ArraySlice<CheckScan.Token>) {
    var tail = tail
    switch tail.last {
    case .enter: terminator = .enter
    case .tab: terminator = .tab
    default: break
    }
    if tail.last == .enter || tail.last == .tab { tail.removeLast() }
    let text = readText(of: tail)
    // White space at the end is taken off every scan.
    suffix = text.unicodeScalars.allSatisfy { " \t\r\n".unicodeScalars.contains($0) } ? "" : text
  }

  private mutating func readText(of tokens: ArraySlice<CheckScan.Token>) -> String {
    var text = String.UnicodeScalarView()
    for token in tokens {
      switch token {
      case .character(let character): text.append(character)
      case .enter: text.append("\r")
      case .tab: text.append("\t")
      case .strange(let key): strangeKeys.append(key)
      case .nothing: continue
      }
    }
    return String(text)
  }
}

/// One scan as a layout reads it.
private struct CheckScan {
  enum Token: Hashable {
    case character(Unicode.Scalar)
    case enter
    case tab
    /// A key that the layout has no character for.
    case strange(KeyCode)
    /// A dead accent or an ALT-mode number that gives no character.
    case nothing
  }

  /// The longest text that stands for a GS, such as `<GS>`.
  private static let longestSubstitute = 4

  private let layout: String
  private let tokens: [Token]

  init(of events: [InputEvent], layout: Layout) {
    self.layout = layout.name
    var decoder = WedgeDecoder(layout: layout, grabbedAt: nil, pressed: .none)
    tokens = events.compactMap { event in
      switch decoder.receive(event) {
      case .character(let character): .character(character)
      case .enter: .enter
      case .tab: .tab
      case .spoiled(.unknownKey(let key)): .strange(key)
      case .spoiled: .nothing
      case .unfinished, .silent, nil: nil
      }
    }
  }

  /// Nil: this is another code.
  func setup(by code: CheckCode) -> ScannerSetup? {
    for letterCase in ScannerSetup.LetterCase.allCases {
      guard let (start, end, separator) = place(of: code, letterCase) else { continue }
      var setup = ScannerSetup(layouts: [layout])
      setup.letterCase = letterCase
      setup.separator = separator
      setup.take(head: tokens[..<start])
      setup.take(tail: tokens[end...])
      return setup
    }
    return nil
  }

  /// Where the code's text stands among the tokens, whatever became of its GS.
  private func place(
    of code: CheckCode, _ letterCase: ScannerSetup.LetterCase
  ) -> (start: Int, end: Int, separator: ScannerSetup.Separator?)? {
    let parts = code.text.unicodeScalars.split(separator: "\u{1D}").map(Array.init)
    let has = { (part: Int, index: Int) in isTyped(parts[part], at: index, letterCase) }
    guard let start = tokens.indices.first(where: { has(0, $0) }) else { return nil }
    let gap = start + parts[0].count
    guard parts.count == 2 else { return (start, gap, nil) }
    guard let rest = (gap...gap + Self.longestSubstitute).first(where: { has(1, $0) }) else { return nil }
    return (start, rest + parts[1].count, separator(tokens[gap..<rest]))
  }

  private func isTyped(_ text: [Unicode.Scalar], at index: Int, _ letterCase: ScannerSetup.LetterCase) -> Bool {
    guard index + text.count <= tokens.count else { return false }
    return zip(text, tokens[index...]).allSatisfy { printed, token in
      if case .character(let typed) = token { letterCase.isTyped(typed, for: printed) } else { false }
    }
  }

  private func separator(_ tokens: ArraySlice<Token>) -> ScannerSetup.Separator {
    var text = String.UnicodeScalarView()
    for token in tokens {
      switch token {
      case .character("\u{1D}"): return .itself
      case .character(let character): text.append(character)
      case .strange(let key): return .key(key)
      case .enter: return .key(.enter)
      case .tab: return .key(.tab)
      case .nothing: continue
      }
    }
    return text.isEmpty ? .dropped : .substitute(String(text))
  }
}
