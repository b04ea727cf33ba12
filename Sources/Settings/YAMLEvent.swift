import CYAML

/// One event of a YAML text as it is read: a node begins, or something ends.
struct YAMLEvent: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case stream
    case document
    /// Stands for the node that bears the anchor of this name.
    case alias(String)
    case scalar(String, isPlain: Bool)
    case sequence
    case mapping
    /// The end of the innermost sequence, mapping, document or stream.
    case end
  }

  let kind: Kind
  let place: Place
  let anchor: String?
  let hasTag: Bool

  init(_ event: yaml_event_t, at place: Place) {
    let data = event.data
    switch event.type {
    case YAML_STREAM_START_EVENT:
      self.init(.stream, at: place)
    case YAML_DOCUMENT_START_EVENT:
      self.init(.document, at: place)
    case YAML_ALIAS_EVENT:
      self.init(.alias(String(cString: data.alias.anchor)), at: place)
    case YAML_SCALAR_EVENT:
      let bytes = UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
      let isPlain = data.scalar.style == YAML_PLAIN_SCALAR_STYLE
      self.init(
        .scalar(String(decoding: bytes, as: UTF8.self), isPlain: isPlain), at: place,
        anchor: data.scalar.anchor, tag: data.scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      self.init(.sequence, at: place, anchor: data.sequence_start.anchor, tag: data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      self.init(.mapping, at: place, anchor: data.mapping_start.anchor, tag: data.mapping_start.tag)
    default:
      self.init(.end, at: place)
    }
  }

  private init(
    _ kind: Kind, at place: Place, anchor: UnsafePointer<yaml_char_t>? = nil, tag: UnsafePointer<yaml_char_t>? = nil
  ) {
    self.kind = kind
    self.place = place
    self.anchor = anchor.map { String(cString: $0) }
    hasTag = tag != nil
  }
}
