extension [String: String] {
  /// The folder that systemd keeps for a service (`STATE_DIRECTORY`, the first of several by colons); nil: it gives none.
  package var stateDirectory: String? {
    self["STATE_DIRECTORY"]?.split(separator: ":").first.map(String.init)
  }
}
