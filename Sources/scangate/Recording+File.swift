import Layouts
import Scanning
import Settings
import Station

extension Recording {
  /// A recording from its file.
  init(file path: String) throws(Problem) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      let timeline = try Timeline(parsing: TextFile(at: path).text)
      self.init(name: name, timeline: timeline, layout: try Layouts().layout(named: timeline.layout))
    } catch let error as TextFileError {
      throw .configuration("\(error)")
    } catch {
      throw .configuration("\(path): \(error)")
    }
  }
}
