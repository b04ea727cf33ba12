/// One unit of the units file: the body of `GET /v2/units/{serial_number}`, and beside it the `last_run` that lists tell.
///
/// A unit without `last_run` in the file has had one run: the one that created it.
package struct UnitRecord: Hashable, Sendable {
  package let serialNumber: String
  private let members: [String: JSONValue]

  /// Takes what the official client 2.26.1 demands of a unit; whatever else there is, right or odd, is answered as it stands.
  package init(_ json: JSONValue) throws(MemberError) {
    guard case .object(var members) = json else {
      throw MemberError(path: [], needed: "an object", found: json)
    }
    for path in Self.stringPaths where json[path: path]?.string == nil {
      throw MemberError(path: path, needed: "a string", found: json[path: path])
    }
    for key in ["sample", "parent"] where members[key] == nil {
      throw MemberError(path: [key], needed: "null or a value", found: nil)
    }
    members["last_run"] = members["last_run"] ?? Self.lastRun(whereOnlyRunIs: members["created_during"])
    self.members = members
    serialNumber = json[path: ["serial_number"]]?.string ?? ""
  }

  /// The member that a path of keys leads to.
  package subscript(path path: [String]) -> JSONValue? {
    JSONValue.object(members)[path: path]
  }

  /// The body of `GET /v2/units/{serial_number}`.
  package var reply: JSONValue {
    .object(members.filter { $0.key != "last_run" })
  }

  /// The unit as an item of `GET /v2/units`: no `created_during`, no attachments, and of its relatives the names only.
  package func listItem(withMetadata: Bool) -> JSONValue {
    var item = members
    item["created_during"] = nil
    item["attachments"] = nil
    item["metadata"] = withMetadata ? item["metadata"] : nil
    item["parent"] = members["parent"]?.keeping(Self.relativeKeys)
    let children = members["children"]?.elements ?? []
    item["children"] = .array(children.prefix(10).map { $0.keeping(Self.relativeKeys) })
    return .object(item)
  }

  private static let relativeKeys: Set = ["id", "serial_number"]
  private static let lastRunKeys: Set = ["id", "outcome", "started_at", "ended_at", "procedure"]

  private static let stringPaths = [
    ["id"], ["serial_number"], ["created_at"],
    ["part", "id"], ["part", "number"], ["part", "name"],
    ["part", "revision", "id"], ["part", "revision", "number"],
  ]

  private static func lastRun(whereOnlyRunIs run: JSONValue?) -> JSONValue {
    run?.keeping(lastRunKeys) ?? .null
  }
}

/// A member of a unit that is not what the API would send.
package struct MemberError: Error, Hashable {
  package let path: [String]
  package let needed: String
  /// nil where the member is missing.
  package let found: JSONValue?
}
