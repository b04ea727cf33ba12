import Gating

extension Form<BlockList> {
  /// The path of a text file: a serial or batch number a line; a line that begins with `#` is a comment.
  static var blockList: Form {
    Form(
      read: { reader in
        guard let path = Form<String>.path.read(reader) else { return nil }
        do throws(TextFileError) {
          let lines = try TextFile(at: path).text.split(whereSeparator: \.isNewline).map(\.trimmed)
          return BlockList(lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }, path: path)
        } catch {
          reader.report(error.description)
          return nil
        }
      },
      show: { list in list.path.map { .file(path: $0, digest: digest(of: list.numbers.joined(separator: "\n"))) } })
  }
}
