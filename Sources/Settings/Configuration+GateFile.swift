extension Field<Configuration> {
  /// `gate_file:` the keys of `gate`, at the top of a file of their own: who may write that changes what passes, and not
  /// where the key is sent.
  static var gateFile: Field {
    Field(
      "gate_file",
      read: { configuration, reader in
        guard let path = Form<String>.path.read(reader), let root = gateNode(at: path, reader) else { return }
        reader.reading.note("gate", at: root.place)
        _ = NodeReader(node: root, keyPath: "gate", reading: reader.reading).read(&configuration.gate)
      },
      // What stands in it is shown as `gate`, each value with its line there.
      show: { _ in nil })
  }

  private static func gateNode(at path: String, _ reader: NodeReader) -> YAMLNode? {
    do {
      let document = try YAMLDocument(reader.reading.textFile(at: path).text, path: path)
      for diagnostic in document.doubledKeys { reader.reading.report(diagnostic) }
      // An emptied file would be the widest gate of all.
      if let root = document.root, root.content != .nothing { return root }
      reader.reading.report(Diagnostic(at: .file(path), keyPath: "gate", "found nothing, expected the keys of gate"))
    } catch let error as ConfigurationError {
      for diagnostic in error.diagnostics { reader.reading.report(diagnostic) }
    } catch {
      reader.report("\(error)")
    }
    return nil
  }
}

extension Configuration {
  func checkGateFile(_ reader: NodeReader) {
    guard case .mapping(let entries) = reader.node.content, reader.has("gate_file"),
      let gate = entries.first(where: { $0.key == "gate" })
    else { return }
    reader.reading.report(
      Diagnostic(at: gate.keyPlace, keyPath: "gate", "found beside gate_file, which holds the same: keep one"))
  }
}
