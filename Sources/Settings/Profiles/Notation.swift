import Signals

/// How a profile writes down what is written.
enum Notation: String, CaseIterable {
  case hex, text, lines

  /// nil: it is told why. `lamp` is the number that `{lamp}` stands for.
  func write(_ written: Written, lamp: Int? = nil) -> Write? {
    if self == .lines { return Form<Lines>.word.read(written.reader).map(Write.lines) }
    return template(written, lamp).map(Write.bytes)
  }

  /// Bytes that are the same for every message.
  func bytes(_ written: Written) -> [UInt8]? {
    guard let template = template(written, nil) else { return nil }
    return template.constant ?? written.reader.refuse("bytes without a text of the message")
  }

  private func template(_ written: Written, _ lamp: Int?) -> Template? {
    do throws(TemplateError) {
      switch self {
      case .hex: return try Template(hex: written.text, lamp: lamp)
      case .text: return try Template(text: written.text, lamp: lamp)
      case .lines:
        written.reader.report("lines carry no bytes: leave it out")
        return nil
      }
    } catch {
      written.reader.report(error.description)
      return nil
    }
  }
}
