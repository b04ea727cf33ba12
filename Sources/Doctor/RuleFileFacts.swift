package import Settings

/// One file of udev rules, where udev looks for it and as it was shipped.
package struct RuleFileFacts: Hashable, Sendable {
  /// A file and its text.
  package struct Copy: Hashable, Sendable {
    package var path: String
    package var text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  package var name: String
  /// Those that udev finds, the one that counts first: it hides the others.
  package var installed: [Copy]
  /// nil: the rules of this version lie nowhere else to compare with.
  package var shipped: Copy?

  package init(name: String, installed: [Copy], shipped: Copy? = nil) {
    self.name = name
    self.installed = installed
    self.shipped = shipped
  }

  package var check: Check {
    guard let active = installed.first else {
      let from = shipped?.path ?? "udev-rules/\(name)"
      return .trouble(
        "rules", "\(name) is not installed: no device is marked as ours",
        next: "sudo cp \(from) /etc/udev/rules.d/ && sudo udevadm control --reload && sudo udevadm trigger")
    }
    guard let reference = shipped ?? installed.last, reference.text != active.text else {
      return .ok("rules", "\(active.path), as shipped")
    }
    let hides = installed.contains(reference) ? " and hides it" : ""
    return .warning(
      "rules", "\(active.path) is not \(reference.path)\(hides): older, or changed by hand",
      next: "diff \(active.path) \(reference.path)")
  }
}

extension RuleFileFacts {
  /// Where udev looks, by rank (udev(7)).
  static let folders = [
    "/etc/udev/rules.d", "/run/udev/rules.d", "/usr/local/lib/udev/rules.d", "/usr/lib/udev/rules.d",
  ]

  /// Those that a station has; the rule that keeps new scanners silent is opt-in.
  static let names = ["65-scangate-scanners.rules", "70-scangate-indicators.rules"]

  package init(name: String, in folders: [String], data: DataDirectories) {
    let sources = data.paths.flatMap { ["\($0)/udev-rules", "\($0)/../udev-rules"] }
    self.init(
      name: name, installed: folders.compactMap { Copy(at: "\($0)/\(name)") },
      shipped: sources.lazy.compactMap { Copy(at: "\($0)/\(name)") }.first)
  }
}

extension RuleFileFacts.Copy {
  /// nil: there is no such file.
  fileprivate init?(at path: String) {
    guard let file = try? TextFile(at: path) else { return nil }
    self.init(path: path, text: file.text)
  }
}
