import CXKBCommon
import Foundation
import Layouts
import Scanning
import Testing

@Suite struct DesktopIsolationTests {
  // In a process of its own, for the environment is everybody's.
  @Test("no desktop set-up changes a layout: neither XKB_CONFIG_ROOT nor ~/.config/xkb nor XKB_DEFAULT_OPTIONS")
  func noDesktopSetUpLeaksIn() async {
    await #expect(processExitsWith: .success) {
      let german = try Layouts().layout(named: "de")
      let desktop = try TemporaryDirectory()
      let symbols = "default xkb_symbols \"basic\" { key <AD01> { [ x, X ] }; };"
      try symbols.write(to: desktop, "root/symbols/de", "home/.config/xkb/symbols/de", "home/.xkb/symbols/de")
      for (name, value) in [
        "XKB_CONFIG_ROOT": "\(desktop.path)/root", "XKB_CONFIG_EXTRA_PATH": "\(desktop.path)/root",
        "HOME": "\(desktop.path)/home", "XDG_CONFIG_HOME": "\(desktop.path)/home/.config",
        "XKB_DEFAULT_OPTIONS": "ctrl:swapcaps", "XKB_DEFAULT_LAYOUT": "fr", "XKB_LOG_LEVEL": "debug",
      ] { setenv(name, value, 1) }

      #expect(try Layouts().layout(named: "de") == german)
      #expect(german.keys[.q]?.plain == .character("q"))
      #expect(try plainQ(asDesktopsSeeIt: "de") == "x", "the set-up is hostile to those who heed it")
    }
  }
}

/// What Q gives, read by libxkbcommon with a desktop's defaults.
private func plainQ(asDesktopsSeeIt layout: String) throws -> Unicode.Scalar? {
  let context = try #require(xkb_context_new(XKB_CONTEXT_NO_FLAGS))
  defer { xkb_context_unref(context) }
  xkb_context_include_path_append(context, Layouts.distributionRoot)
  let text = """
    xkb_keymap {
      xkb_keycodes { include "evdev" }; xkb_types { include "complete" }; xkb_compatibility { include "complete" };
      xkb_symbols { include "pc+\(layout)" };
    };
    """
  let keymap = try #require(
    xkb_keymap_new_from_string(context, text, XKB_KEYMAP_FORMAT_TEXT_V1, XKB_KEYMAP_COMPILE_NO_FLAGS))
  defer { xkb_keymap_unref(keymap) }
  let state = try #require(xkb_state_new(keymap))
  defer { xkb_state_unref(state) }
  return Unicode.Scalar(xkb_state_key_get_utf32(state, xkb_keycode_t(KeyCode.q.rawValue) + 8))
}

extension String {
  fileprivate func write(to directory: TemporaryDirectory, _ names: String...) throws {
    for name in names { try directory.write(self, to: name) }
  }
}
