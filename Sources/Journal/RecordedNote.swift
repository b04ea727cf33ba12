/// What befell the station, as an entry that is no verdict tells it: a start, a stop, a reload, a lost disk.
package struct RecordedNote: Decodable, Hashable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case type, at, station, version, config, keySource, cause, changes, jumpMs, through, count, file, since
    case kept, lost
    case overtaken = "of"
  }

  package var type: String
  /// As it is recorded: ISO 8601, UTC.
  package var at: String
  package var station: String?
  package var version: String?
  package var config: String?
  package var keySource: String?
  package var cause: String?
  /// Key paths whose values are other.
  package var changes: [String]?
  package var jumpMs: Double?
  package var overtaken: Int64?
  /// The last entry that retention dropped, and how many went with it.
  package var through: Int64?
  package var count: Int?
  package var file: String?
  package var since: String?
  package var kept: Int?
  package var lost: Int?
}
