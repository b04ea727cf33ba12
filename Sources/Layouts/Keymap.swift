import CXKBCommon
import Scanning

/// One layout as libxkbcommon compiled it, read key by key.
struct Keymap: ~Copyable {
  private let state: OpaquePointer
  private let shift: xkb_mod_mask_t
  private let lock: xkb_mod_mask_t
  private let levelThree: xkb_mod_mask_t

  /// Compiles the layout from the files under `root` and from nothing else: no desktop set-up leaks in.
  init(of layout: String, in root: String) throws(LayoutError) {
    let log = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CXKBCOMMON_LOG_SIZE))
    log.initialize(repeating: 0, count: Int(CXKBCOMMON_LOG_SIZE))
    defer { log.deallocate() }
    guard let state = Self.compile(layout, in: root, log: log) else {
      throw .notCompiled(layout, reason: String(String(cString: log).prefix { $0 != "\n" }))
    }
    let keymap = xkb_state_get_keymap(state)
    self.state = state
    shift = 1 << xkb_keymap_mod_get_index(keymap, XKB_MOD_NAME_SHIFT)
    lock = 1 << xkb_keymap_mod_get_index(keymap, XKB_MOD_NAME_CAPS)
    levelThree = 1 << xkb_keymap_mod_get_index(keymap, "Mod5")  // AltGr, by `level3(ralt_switch)`
  }

  deinit {
    xkb_state_unref(state)
  }

  /// The key's symbols and caps class; nil if it gives no character at any level.
  func key(_ code: KeyCode) -> Layout.Key? {
    let levels = symbols(of: code, locked: 0)
    guard levels.contains(where: { $0 != nil }) else { return nil }
    return Layout.Key(
      plain: levels[0], shift: levels[1], altGr: levels[2], shiftAltGr: levels[3],
      caps: capsClass(of: levels, underCapsLock: symbols(of: code, locked: lock)))
  }

  private func capsClass(of levels: [Layout.Symbol?], underCapsLock caps: [Layout.Symbol?]) -> Layout.CapsClass {
    let swapped = [levels[1], levels[0], levels[3], levels[2]]
    if caps[..<2] == levels[..<2] { return .none }
    if caps[..<2] != swapped[..<2] { return .own(plain: caps[0], shift: caps[1]) }
    return levels[2] != levels[3] && caps[2...] == swapped[2...] ? .shiftAltGr : .shift
  }

  /// Plain, Shift, AltGr, Shift and AltGr.
  private func symbols(of code: KeyCode, locked: xkb_mod_mask_t) -> [Layout.Symbol?] {
    let key = xkb_keycode_t(code.rawValue) + 8  // xkb counts key codes from 8
    let levels = [0, shift, levelThree, shift | levelThree].map { pressed in
      xkb_state_update_mask(state, pressed, 0, locked, 0, 0, 0)
      return (level: xkb_state_key_get_level(state, key, 0), symbol: symbol(of: xkb_state_key_get_one_sym(state, key)))
    }
    // A key without a third level answers AltGr with its first.
    return [
      levels[0].symbol, levels[1].symbol,
      levels[2].level == levels[0].level ? nil : levels[2].symbol,
      levels[3].level == levels[1].level ? nil : levels[3].symbol,
    ]
  }

  private func symbol(of keysym: xkb_keysym_t) -> Layout.Symbol? {
    if let accent = DeadAccent.ofKeysyms[keysym] { return .dead(accent.spacing) }
    guard let scalar = Unicode.Scalar(xkb_keysym_to_utf32(keysym)), scalar.properties.generalCategory != .control
    else { return nil }
    return .character(scalar)
  }

  private static func compile(_ layout: String, in root: String, log: UnsafeMutablePointer<CChar>) -> OpaquePointer? {
    // Not `~/.config/xkb`, not `/etc/xkb`, not `XKB_CONFIG_ROOT`, not `XKB_DEFAULT_*`.
    let flags = XKB_CONTEXT_NO_DEFAULT_INCLUDES.rawValue | XKB_CONTEXT_NO_ENVIRONMENT_NAMES.rawValue
    guard let context = xkb_context_new(xkb_context_flags(flags)) else { return nil }
    cxkbcommon_keep_log(context, log)
    defer {
      xkb_context_set_log_fn(context, nil)  // the keymap holds the context; `log` goes with this call
      xkb_context_unref(context)
    }
    let text = """
      xkb_keymap {
        xkb_keycodes { include "evdev" };
        xkb_types { include "complete" };
        xkb_compatibility { include "complete" };
        xkb_symbols { include "pc+\(layout)" };
      };
      """
    guard xkb_context_include_path_append(context, root) == 1,
      let keymap = xkb_keymap_new_from_string(
        context, text, XKB_KEYMAP_FORMAT_TEXT_V1, XKB_KEYMAP_COMPILE_NO_FLAGS)
    else { return nil }
    defer { xkb_keymap_unref(keymap) }  // the state holds it
    return xkb_state_new(keymap)
  }
}
