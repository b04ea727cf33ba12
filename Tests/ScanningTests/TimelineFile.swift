import Foundation
import Scanning
import Testing

/// A timeline file of these tests or of the shipped recordings.
struct TimelineFile: CustomTestStringConvertible {
  var url: URL

  var testDescription: String { url.deletingPathExtension().lastPathComponent }

  func timeline() throws -> Timeline {
    try Timeline(parsing: String(contentsOf: url, encoding: .utf8))
  }

  static let fixtures = files(in: here.appending(path: "Fixtures"))
  static let recordings = files(in: here.appending(path: "../../config/recordings").standardized)

  private static let here = URL(filePath: #filePath).deletingLastPathComponent()

  private static func files(in folder: URL) -> [TimelineFile] {
    let urls = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return urls.filter { $0.pathExtension == "timeline" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map(TimelineFile.init)
  }
}
