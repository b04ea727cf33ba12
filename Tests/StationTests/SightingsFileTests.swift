import Foundation
import Testing

@testable import Station

/// What outlives a restart.
@Suite struct SightingsFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "scangate-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  }

  private func open() throws -> SightingsFile {
    try #require(SightingsFile(environment: ["STATE_DIRECTORY": "\(folder.path):/elsewhere"]))
  }

  private static let hostile = Sighting(
    lane: "1", kind: "05e0:1200 \u{1B}[2J\"\\ \u{202E}\n#", name: "Voyager \"箱\"", serial: "S 1", socket: nil)

  @Test("what is written is found again, whatever a device calls itself, and nothing in the file acts on a terminal")
  func foundAgain() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let sightings = [Self.hostile, Sighting(lane: "2", kind: nil, name: "x", serial: nil, socket: "pci-0:1")]
    let file = try open()
    #expect(file.found == [])
    file.write([Self.hostile])
    file.write(sightings)
    file.flush()
    #expect(try open().found == sightings)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["scanners"])
    let text = try String(contentsOf: folder.appending(path: "scanners"), encoding: .utf8)
    #expect(text.split(separator: "\n").count == 3)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!text.contains("\u{202E}"))
  }

  @Test(
    "a broken file is told, forgotten and written anew",
    arguments: [
      ("lane \"1\" name \"x\"\nlane \"1\" na", "line 2 is no sighting of a scanner"), ("\u{0}\u{0}\u{0}", "line 1"),
      ("name \"x\"", "line 1"), ("lane \"1\" name \"\\u{110000}\"", "line 1"),
    ])
  func broken(text: String, complaint: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "scanners"))
    let file = try open()
    #expect(file.found == [])
    let told = try #require(file.complaint)
    #expect("\(told)".hasPrefix("\(folder.path)/scanners: \(complaint)"))
    file.write([Self.hostile])
    file.flush()
    #expect(try open().found == [Self.hostile])
    #expect(try open().complaint == nil)
  }

  @Test("a folder that cannot be written keeps nothing, and is no error")
  func noFolder() {
    #expect(SightingsFile(environment: ["STATE_DIRECTORY": folder.path + "/none"]) == nil)
    try? FileManager.default.removeItem(at: folder)
  }

  @Test("a disk that takes nothing leaves the file as it was")
  func fullDisk() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try open()
    file.write([Self.hostile])
    file.flush()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/scanners.new", withDestinationPath: "/dev/full")
    file.write([])
    file.flush()
    #expect(try open().found == [Self.hostile])
  }
}
