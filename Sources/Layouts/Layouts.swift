package import Scanning

/// The keyboard layouts that a scanner can be set to, each built from the distribution's xkb data when asked for, and
/// corrected to what Windows types.
package struct Layouts: Sendable {
  /// The layouts that scanners commonly offer, held against Windows; any other is as xkb has it.
  package static let names = ["us", "gb", "de", "fr", "be", "es", "it", "ch", "cz", "us(intl)"]

  /// Where Debian, Fedora, Arch and SUSE have xkeyboard-config (`xkb_base` in its `xkeyboard-config.pc`).
  package static let distributionRoot = "/usr/share/X11/xkb"

  private let root: String

  package init(root: String = Layouts.distributionRoot) {
    self.root = root
  }

  package func layout(named name: String) throws(LayoutError) -> Layout {
    if name == Layout.us.name { return .us }  // built in: a US scanner needs no data package
    let catalog = try LayoutCatalog(in: root)
    guard catalog.names.contains(name) else { throw .unknown(name, nearest: catalog.nearest(to: name)) }
    let keymap = try Keymap(of: name, in: root)
    var layout = Layout(name: name, keys: [:])
    for code in PrintingKeys.all {
      layout.keys[code] = keymap.key(code)
    }
    if let windows = WindowsLayout.named[name] { windows.correct(&layout) }
    layout.compose()
    return layout
  }
}

extension Layout {
  /// Fills in the compositions of each dead accent that a key gives.
  fileprivate mutating func compose() {
    for case .dead(let accent) in Set(keys.values.flatMap(\.symbols)) {
      let canonical = DeadAccent.named[accent]?.compositions ?? [:]
      compositions[accent, default: [:]].merge(canonical) { windows, _ in windows }
    }
  }
}
