/// One whole frame as the terminal gets it, in a single write.
///
/// Escape sequences are those of ECMA-48 that the Linux console knows too, in its 16 colours. A terminal that can
/// (mode 2026) shows the frame at once; every other ignores the request.
struct Frame: Hashable {
  var canvas: Canvas
  var traits: TerminalTraits
  /// The row in which scans are typed, below all lanes; nil where none are typed here.
  var prompt: Prompt?
  var ringsBell = false

  enum Prompt: Hashable {
    /// What is being typed stays, and the cursor with it.
    case kept
    case cleared
  }

  var text: String {
    var text = "\u{1B}[?2026h"
    if prompt == .kept { text += "\u{1B}7" }
    for (index, row) in canvas.rows.enumerated() {
      text += "\u{1B}[\(index + 1);1H"
      write(row, to: &text)
    }
    switch prompt {
    case .kept: text += "\u{1B}8"
    case .cleared: text += clearedPrompt
    case nil: break
    }
    if ringsBell { text += "\u{07}" }
    return text + "\u{1B}[?2026l"
  }

  private static let promptText = " scan or type:  "

  /// The lanes' rows are made the scrolling region: Enter in the last row then scrolls nothing.
  private var clearedPrompt: String {
    let row = canvas.height + 1
    return "\u{1B}[1;\(max(2, canvas.height))r\u{1B}[\(row);1H\u{1B}[K\(Self.promptText)"
  }

  private func write(_ row: ArraySlice<Cell>, to text: inout String) {
    var rendition = ""
    for cell in row {
      let mark = cell.mark(traits)
      let wanted = cell.rendition(traits)
      if wanted != rendition {
        text += "\u{1B}[0\(wanted)m"
        rendition = wanted
      }
      text.unicodeScalars.append(mark)
    }
    if !rendition.isEmpty { text += "\u{1B}[0m" }
  }
}

extension Cell {
  /// The mark in what the terminal can show.
  func mark(_ traits: TerminalTraits) -> Unicode.Scalar {
    if traits.isUTF8 || mark.isASCII { return mark }
    return switch mark {
    case "█", "▀", "▄": "#"
    case "·": "-"
    case "…": "~"
    default: "?"
    }
  }

  /// The parameters of `CSI m` after the 0 that resets it.
  fileprivate func rendition(_ traits: TerminalTraits) -> String {
    var parameters = ""
    switch style.weight {
    case .normal: break
    case .bold: parameters += ";1"
    case .dim: parameters += ";2"
    }
    guard traits.hasColour, let colour = style.tone.colour else {
      return style.isReversed ? parameters + ";7" : parameters
    }
    if style.isReversed { return parameters + ";30;4\(colour)" }
    parameters += ";3\(colour)"
    // A block has its colour as ground too: in some fonts it leaves gaps to the next row.
    return mark == "█" ? parameters + ";4\(colour)" : parameters
  }
}

extension Style.Tone {
  /// The last digit of the colour's number.
  fileprivate var colour: Int? {
    switch self {
    case .plain: nil
    case .red: 1
    case .green: 2
    case .amber: 3
    }
  }
}
