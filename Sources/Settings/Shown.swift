/// A value as it is shown: the shape of the file again.
indirect enum Shown: Hashable {
  case scalar(String)
  /// A path, and the digest of what was read there.
  case file(path: String, digest: String)
  case list([Shown])
  case section([Entry])

  struct Entry: Hashable {
    var key: String
    var value: Shown
  }
}
