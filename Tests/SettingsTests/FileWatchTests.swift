import Foundation
import Settings
import Testing

/// Real files, and the kernel that tells of them.
@Suite(.timeLimit(.minutes(1))) struct FileWatchTests {
  private let folder: StationFolder
  private let watch: FileWatch
  private let changes: AsyncStream<Void>

  init() throws {
    folder = try StationFolder()
    let (changes, post) = AsyncStream.makeStream(of: Void.self)
    self.changes = changes
    watch = try FileWatch { post.yield() }
  }

  private func changed() async {
    for await _ in changes { return }
  }

  @Test("Written, replaced, opened to others, removed and made anew: each is told")
  func changes() async throws {
    let file = try folder.write("a", to: "scangate.yaml")
    #expect(watch.follow([file]))
    #expect(!watch.follow([file]))
    let saves: [() throws -> Void] = [
      { try Data("b".utf8).write(to: URL(filePath: file)) },
      { try Data("c".utf8).write(to: URL(filePath: file), options: .atomic) },
      { try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file) },
      { try FileManager.default.removeItem(atPath: file) },
      { try folder.write("d", to: "scangate.yaml") },
    ]
    for save in saves {
      try save()
      await changed()
    }
  }

  @Test("A file whose folder is not there yet is told when both are")
  func folderComes() async throws {
    let file = "\(folder.path)/etc/scangate.yaml"
    watch.follow([file])
    try FileManager.default.createDirectory(atPath: folder.path + "/etc", withIntermediateDirectories: false)
    // The new folder is watched after the first look at the old one; what is in it by then is seen by that look.
    try folder.write("a", to: "etc/scangate.yaml")
    await changed()
  }

  @Test("What a link leads to is watched too")
  func link() async throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/leads", withIntermediateDirectories: false)
    let target = try folder.write("a", to: "leads/gate.yaml")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/gate.yaml", withDestinationPath: target)
    watch.follow([folder.path + "/gate.yaml"])
    try folder.write("b", to: "leads/gate.yaml")
    await changed()
  }

  @Test("Another file of the folder is nobody's business")
  func others() async throws {
    let file = try folder.write("a", to: "scangate.yaml")
    watch.follow([file])
    try folder.write("x", to: "scangate.yaml.swp")
    try folder.write("b", to: "scangate.yaml")
    await changed()
    try folder.write("x", to: "other")
    try folder.write("c", to: "scangate.yaml")
    await changed()
    // Only two were told, though the folder changed four times.
  }
}
