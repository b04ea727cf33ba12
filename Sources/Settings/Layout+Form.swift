import Layouts
import Scanning

extension Form<Layout> {
  static var layout: Form {
    Form(
      read: { reader in
        guard let name = reader.text("the name of a keyboard layout") else { return nil }
        do throws(LayoutError) {
          return try Layouts().layout(named: name)
        } catch {
          reader.report(error.description)
          return nil
        }
      },
      show: { .scalar($0.name) })
  }
}
