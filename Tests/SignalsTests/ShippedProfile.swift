import Foundation
import Settings
import Signals
import Testing

/// A file of `config/indicators`.
struct ShippedProfile: CustomTestStringConvertible {
  let url: URL

  var name: String { url.deletingPathExtension().lastPathComponent }
  var testDescription: String { name }

  func profile() throws -> Profile { try Profile(at: url.path) }

  static let all: [ShippedProfile] = {
    let urls = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return urls.sorted { $0.lastPathComponent < $1.lastPathComponent }.map(ShippedProfile.init)
  }()

  static func named(_ name: String) throws -> Profile {
    try Profile(at: folder.appending(path: "\(name).yaml").path)
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../config/indicators").standardized
}
