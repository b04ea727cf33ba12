/// A file attached to a unit; its address is good for a short time only.
struct Attachment: Hashable, Sendable {
  let id: String?
  let name: String?
  /// In bytes.
  let size: Int?
  let contentType: String?
  let downloadURL: String?

  init(_ json: JSON) {
    id = json["id"]?.string
    name = json["name"]?.string
    size = json["size"]?.integer
    contentType = json["content_type"]?.string
    downloadURL = json["download_url"]?.string
  }
}
