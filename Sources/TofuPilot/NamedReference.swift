/// A user, a station or a procedure, as other objects refer to it.
struct NamedReference: Hashable, Sendable {
  let id: String?
  let name: String?

  init(_ json: JSON) {
    id = json["id"]?.string
    name = json["name"]?.string
  }
}
