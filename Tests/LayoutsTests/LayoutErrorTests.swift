import Foundation
import Layouts
import Testing

@Suite struct LayoutErrorTests {
  @Test(
    "a misspelt layout is told with the names that exist, nearest first",
    arguments: [("dee", "de"), ("us(int)", "us(intl)"), ("gbr", "gb"), ("CZ", "cz"), ("ch(fr", "ch(fr)")])
  func misspeltLayout(misspelt: String, nearest: String) throws {
    let error = #expect(throws: LayoutError.self) { try Layouts().layout(named: misspelt) }
    guard case .unknown(misspelt, let names) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(names.count == 5 && names.contains(nearest))
  }

  @Test("its message names the misspelt layout, the nearest and the usual ones")
  func messageOfMisspeltLayout() {
    let error = LayoutError.unknown("dee", nearest: ["de", "be"])
    #expect(
      error.description == """
        no keyboard layout is called "dee"; nearest: de, be; usual: us, gb, de, fr, be, es, it, ch, cz, us(intl)
        """)
  }

  @Test("its message shows the name escaped")
  func escapedName() {
    let message = LayoutError.unknown("\u{1B}[2J", nearest: []).description
    #expect(message.hasPrefix("no keyboard layout is called \"\\u{1B}[2J\"; "))
  }

  @Test(
    "no layout name leads out of the keyboard data", arguments: ["", "../../etc/passwd", "de)\"", "de+us", "-", "!"])
  func strangeNames(name: String) {
    #expect { try Layouts().layout(named: name) } throws: { error in
      guard case .unknown(name, _) = error as? LayoutError else { return false }
      return true
    }
  }

  @Test("missing keyboard data is told with its path and its package")
  func missingData() {
    let error = #expect(throws: LayoutError.self) { try Layouts(root: "/nonexistent").layout(named: "de") }
    #expect(
      error?.description
        == "cannot read /nonexistent/rules/evdev.lst (No such file or directory): install the package xkb-data")
  }

  @Test("broken keyboard data is told in libxkbcommon's words, and standard error stays empty")
  func brokenData() async throws {
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      let root = try TemporaryDirectory()
      try root.write("! layout\n  de  German\n", to: "rules/evdev.lst")
      let error = #expect(throws: LayoutError.self) { try Layouts(root: root.path).layout(named: "de") }
      let text = try #require(error?.description)
      #expect(text.hasPrefix("the keyboard layout de does not compile (Couldn't find file \"keycodes/evdev\""))
      #expect(text.hasSuffix("): reinstall the package xkb-data"))
    }
    #expect(result?.standardErrorContent == [])
  }
}
