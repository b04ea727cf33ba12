import Glibc

/// The files of a folder, by name.
struct FolderListing {
  let paths: [String]

  init(_ folder: String, suffix: String) {
    guard let stream = opendir(folder) else {
      paths = []
      return
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { name in
          String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    paths = names.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
  }
}
