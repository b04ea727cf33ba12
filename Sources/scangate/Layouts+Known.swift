import Layouts
import Scanning

extension Layouts {
  /// A layout that the user named.
  func known(_ name: String) throws(Problem) -> Layout {
    do throws(LayoutError) {
      return try layout(named: name)
    } catch {
      throw .configuration("\(error)")
    }
  }
}
