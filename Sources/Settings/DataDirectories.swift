import Glibc

/// Where shipped data is looked for: light profiles, demo units, recordings. The first file of a name wins.
package struct DataDirectories: Hashable, Sendable {
  package let paths: [String]

  /// `--data DIR`, `/etc/scangate`, the installed share folder beside the executable, the checkout it was built in.
  package init(given: String? = nil, executable: String? = DataDirectories.executable) {
    var paths = [given, "/etc/scangate"].compactMap(\.self)
    if let executable {
      let folder = executable.parentFolder
      paths.append(folder.parentFolder + "/share/scangate")
      paths += Self.checkout(above: folder).map { [$0 + "/config"] } ?? []
    }
    self.paths = paths
  }

  /// Where a file or folder of this name may be, the one that counts first.
  package func candidates(_ name: String) -> [String] { paths.map { "\($0)/\(name)" } }

  /// The file or folder of this name, or the message that says where it was looked for.
  package func find(_ name: String) throws(MissingData) -> String {
    for path in candidates(name) where access(path, R_OK) == 0 { return path }
    throw MissingData(name: name, lookedIn: paths)
  }

  /// The running program's own path.
  package static var executable: String? {
    realpath("/proc/self/exe", nil).map { path in
      defer { free(path) }
      return String(cString: path)
    }
  }

  /// The nearest folder above that holds our package: `swift run` starts the program below it.
  private static func checkout(above folder: String) -> String? {
    var folder = folder
    while !folder.isEmpty {
      if access(folder + "/Package.swift", R_OK) == 0, access(folder + "/config/scangate.yaml", R_OK) == 0 {
        return folder
      }
      folder = folder.parentFolder
    }
    return nil
  }
}

/// Shipped data that is nowhere to be found.
package struct MissingData: Error, CustomStringConvertible {
  let name: String
  let lookedIn: [String]

  package var description: String {
    "no \(name) in \(lookedIn.joined(separator: ", ")). Name the folder that holds it: --data DIR"
  }
}

extension String {
  var parentFolder: String {
    lastIndex(of: "/").map { String(self[..<$0]) } ?? ""
  }
}
