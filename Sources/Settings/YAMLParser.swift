import CYAML

/// libyaml reading one text: hands out its events, in order, with their places.
struct YAMLParser: ~Copyable {
  private let path: String
  // Both have an address of their own: the parser points to itself, and into the text.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>
  private let isReady: Bool

  init(_ text: String, path: String) {
    self.path = path
    self.text = .allocate(capacity: text.utf8.count)
    _ = self.text.initialize(from: text.utf8)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    if isReady { yaml_parser_set_input_string(parser, self.text.baseAddress, self.text.count) }
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    text.deallocate()
  }

  /// The next event; after an error there is none.
  func next() throws(YAMLError) -> YAMLEvent {
    var event = yaml_event_t()
    guard isReady, yaml_parser_parse(parser, &event) == 1 else { throw failure }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event, at: place(of: event.start_mark))
  }

  private var failure: YAMLError {
    let state = parser.pointee
    let problem = [state.context, state.problem].compactMap { $0.map { String(cString: $0) } }.joined(separator: ", ")
    return switch state.error {
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR: .syntax(at: place(of: state.problem_mark), problem)
    case YAML_READER_ERROR: YAMLError(place: place(ofByte: state.problem_offset), problem: "not YAML: \(problem)")
    default: YAMLError(place: .file(path), problem: "not enough memory to read it")
    }
  }

  private func place(of mark: yaml_mark_t) -> Place {
    .line(path: path, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  /// The place of a byte, which is all that libyaml's reader knows.
  private func place(ofByte offset: Int) -> Place {
    let before = String(decoding: text.prefix(offset), as: UTF8.self)
    let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return .line(path: path, line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }
}
