import Gating
import Scanning

extension Form<BlockList> {
  /// The path of a text file: a serial or batch number a line; a line that begins with `#` is a comment.
  static var blockList: Form {
    Form(
      read: { reader in
        guard let path = Form<String>.path.read(reader) else { return nil }
        do throws(TextFileError) {
          return try BlockList(numbers(in: reader.reading.textFile(at: path).text, of: path, reader), path: path)
        } catch {
          reader.report(error.description)
          return nil
        }
      },
      show: { list in list.path.map { .file(path: $0, digest: digest(of: list.numbers.joined(separator: "\n"))) } })
  }

  /// A line that is not one number would block nothing, unseen: it is told.
  private static func numbers(in text: String, of path: String, _ reader: NodeReader) -> [String] {
    var numbers: [String] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let number = line.trimmed
      guard let first = number.unicodeScalars.first, first != "#" else { continue }
      if number.unicodeScalars.allSatisfy(\.isInNumber) {
        numbers.append(number)
      } else {
        let expected = "one serial or batch number, without white space, # , ; and what does not print"
        reader.report("\(path):\(index + 1): found \(number.quoted), expected \(expected)")
      }
    }
    return numbers
  }
}

extension Unicode.Scalar {
  fileprivate var isInNumber: Bool {
    isPrintable && !properties.isWhitespace && !"#,;".unicodeScalars.contains(self)
  }
}
