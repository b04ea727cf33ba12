import Foundation

/// A unit of systemd as it is shipped: the lines `KEY=VALUE` of its sections.
struct UnitFile {
  /// `scangate.service`
  let name: String
  /// By key, in the order of the file; one that is given several times has them all.
  private let values: [String: [String]]

  init(at path: String) throws {
    name = URL(filePath: path).lastPathComponent
    let text = try String(contentsOfFile: path, encoding: .utf8)
    values = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.reduce(into: [:]) { values, line in
      guard let mark = line.firstIndex(of: "=") else { return }
      values[String(line[..<mark]), default: []].append(String(line[line.index(after: mark)...]))
    }
  }

  /// All that the key names, which systemd takes as one list.
  subscript(key: String) -> [String] {
    (values[key] ?? []).flatMap { $0.split(separator: " ").map(String.init) }
  }

  /// The one value of a key; nil: it has none, or several.
  func value(_ key: String) -> String? {
    values[key]?.count == 1 ? values[key]?.first : nil
  }

  /// A time in seconds, without a unit.
  func seconds(_ key: String) throws -> Duration {
    guard let seconds = value(key).flatMap(Int64.init) else { throw CocoaError(.formatting) }
    return .seconds(seconds)
  }

  /// The programs that it runs, without the marks before them.
  var programs: [String] {
    commands.compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  /// All that it runs, as systemd has it after the marks `-@:+!`.
  var commands: [String] {
    values.filter { $0.key.hasPrefix("Exec") }.values.joined().map { String($0.drop { "-@:+!".contains($0) }) }
  }
}
