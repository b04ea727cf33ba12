import Scanning

extension ScannerSetup {
  /// What it is set to.
  var facts: [String] {
    var facts = ["layout \(layouts.first ?? "unknown"), ends a scan with \(terminator.key)"]
    if let symbology { facts.append("AIM identifier \(symbology.text)") }
    if !prefix.isEmpty { facts.append("prefix \(prefix.quoted)") }
    if !suffix.isEmpty { facts.append("suffix \(suffix.quoted)") }
    if separator == .itself { facts.append("GS arrives as GS") }
    if tapsCapsLock { facts.append("presses Caps Lock itself, which is allowed for") }
    return facts
  }

  /// What is wrong with it or cannot be told, each with what to do.
  var remarks: [String] {
    [layoutRemark, separator?.remark, letterCase.remark, symbologyRemark, keyRemark].compactMap(\.self)
  }

  private var layoutRemark: String? {
    if usesAltMode {
      return "types numbers with Alt held down (ALT mode): slow; its setup code for a keyboard country ends that"
    }
    guard layouts.count > 1 else { return nil }
    return "\(layouts.dropFirst().joined(separator: ", ")) would fit as well: take the one of its setup sheet"
  }

  private var symbologyRemark: String? {
    guard isSymbologyFirst else { return nil }
    return "the AIM identifier comes before the prefix and changes with the code: have the prefix sent first, or none"
  }

  private var keyRemark: String? {
    guard !strangeKeys.isEmpty else { return nil }
    let keys = strangeKeys.map(\.description).joined(separator: ", ")
    return "sends \(keys) around the code, and such a scan is refused: take it out of its prefix and suffix"
  }

  var json: JSONLine {
    var line = JSONLine()
    line.add("layout", layouts.first)
    line.add("also_fits", layouts.count > 1 ? layouts.dropFirst().joined(separator: " ") : nil)
    line.add("terminator", terminator.key)
    line.add("prefix", prefix)
    line.add("suffix", suffix)
    line.add("aim", symbology?.text)
    line.add("gs", separator?.word)
    line.add("letters", letterCase.word)
    line.add("taps_caps_lock", tapsCapsLock)
    line.add("alt_mode", usesAltMode)
    return line
  }
}

extension Terminator {
  fileprivate var key: String {
    switch self {
    case .enter: "enter"
    case .tab: "tab"
    case .none: "none"
    }
  }
}

extension ScannerSetup.Separator {
  fileprivate var word: String {
    switch self {
    case .itself: "gs"
    case .substitute(let text): text
    case .key(let key): key.description
    case .dropped: "dropped"
    }
  }

  fileprivate var remark: String? {
    let advice = "GS1 codes cannot be taken apart: set it to send GS as Ctrl+]"
    return switch self {
    case .itself: nil
    case .substitute(let text): "a GS arrives as \(text.quoted), and \(advice)"
    case .key(let key): "a GS arrives as \(key), and such a scan is refused: set it to send GS as Ctrl+]"
    case .dropped: "a GS does not arrive, and \(advice)"
    }
  }
}

extension ScannerSetup.LetterCase {
  fileprivate var word: String {
    switch self {
    case .asPrinted: "as printed"
    case .swapped: "swapped"
    case .upper: "upper"
    case .lower: "lower"
    }
  }

  fileprivate var remark: String? {
    switch self {
    case .asPrinted: nil
    case .swapped:
      "letters arrive in the other case: Caps Lock is on at this PC and the scanner makes up for it; switch it off"
    case .upper, .lower: "all letters arrive in \(word) case: set it to send letters as printed"
    }
  }
}
