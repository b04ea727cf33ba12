/// A node of a YAML file as it is written: scalars stay text, so `NO` and `0012` are what they say.
struct YAMLNode: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    /// A key with nothing behind it.
    case nothing
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  struct Entry: Hashable, Sendable {
    var key: String
    var keyPlace: Place
    var value: YAMLNode
  }

  var place: Place
  var content: Content
}
