import Layouts
import Scanning
import Testing

@Suite("A scan of the check code tells")
struct ScannerSetupTests {
  static let layouts = Layouts.names.compactMap { try? Layouts().layout(named: $0) }

  @Test("the layout, and only one, whatever the scanner's manner", arguments: layouts, CheckCode.all)
  func layout(layout: Layout, code: CheckCode) throws {
    for seed in UInt64(0)..<20 {
      var random = SplitMix64(seed: seed)
      var manner = Typist.Manner(random: &random)
      manner.altMode = false
      let setup = try #require(Self.setup(of: code, on: layout, manner: manner), "seed \(seed)")
      #expect(setup.layouts == [layout.name])
      #expect(setup.terminator == .enter)
      #expect(setup.separator == (code == .matrix ? .itself : nil))
      #expect(setup.prefix == "" && setup.suffix == "" && setup.strangeKeys == [])
      #expect(setup.tapsCapsLock == (manner.capsLock != .never))
      #expect(!setup.usesAltMode)
    }
  }

  @Test("prefix, AIM identifier, suffix and terminator, on every layout", arguments: layouts)
  func surroundings(layout: Layout) throws {
    for (key, terminator) in [
      (KeyCode.enter, Terminator.enter), (.tab, .tab), (.kpEnter, .enter), (nil, .none(quietGap: .milliseconds(100))),
    ] {
      for (head, prefix, aim) in [("", "", nil), ("L1:", "L1:", nil), ("]Q1", "", "]Q1"), ("L1]Q1", "L1", "]Q1")] {
        for tail in ["", "/x", "?"] {
          let typed = head + CheckCode.matrix.text + tail
          let setup = try #require(Self.setup(ofTyped: typed, endedBy: key, on: layout))
          #expect(setup.prefix == prefix && setup.symbology?.text == aim && !setup.isSymbologyFirst)
          #expect(setup.suffix == tail)
          #expect(setup.terminator == terminator)
        }
      }
    }
  }

  @Test(
    "how a GS arrives",
    arguments: [
      ("\u{1D}", ScannerSetup.Separator.itself), ("~", .substitute("~")), ("<GS>", .substitute("<GS>")), ("", .dropped),
    ])
  func separator(typed: String, separator: ScannerSetup.Separator) throws {
    let text = CheckCode.matrix.text.split(separator: "\u{1D}").joined(separator: typed)
    for layout in Self.layouts where typed.unicodeScalars.allSatisfy({ $0.value < 32 || layout.typeable.contains($0) })
    {
      let setup = try #require(Self.setup(ofTyped: text, on: layout))
      #expect(setup.separator == separator)
      #expect(setup.layouts == [layout.name])
    }
  }

  @Test("that a GS arrives as F8, and which keys around the code no layout knows")
  func functionKeys() throws {
    let f8 = KeyCode(rawValue: 66)
    let parts = CheckCode.matrix.text.split(separator: "\u{1D}").map(String.init)
    var typist = Typist(layout: .us, manner: .plain)
    typist.press(f8)
    typist.type(Array(parts[0].unicodeScalars), endedBy: nil)
    typist.press(f8)
    typist.type(Array(parts[1].unicodeScalars), endedBy: .enter)
    let setup = try #require(ScannerSetup(from: typist.events, layouts: Self.layouts))
    #expect(setup.separator == .key(f8))
    #expect(setup.strangeKeys == [f8])
    #expect(setup.layouts == ["us"])
  }

  @Test("what becomes of the letters", arguments: ScannerSetup.LetterCase.allCases)
  func letterCase(letterCase: ScannerSetup.LetterCase) throws {
    let text = CheckCode.matrix.text
    let typed =
      switch letterCase {
      case .asPrinted: text
      case .upper: text.uppercased()
      case .lower: text.lowercased()
      case .swapped: text.map { $0.isLowercase ? $0.uppercased() : $0.lowercased() }.joined()
      }
    for layout in Self.layouts {
      let setup = try #require(Self.setup(ofTyped: typed, on: layout), "\(layout.name)")
      #expect(setup.letterCase == letterCase)
      #expect(setup.layouts == [layout.name])
    }
  }

  @Test("that in ALT mode any layout will do, us first")
  func altMode() throws {
    var manner = Typist.Manner.plain
    manner.altMode = true
    let setup = try #require(Self.setup(of: .matrix, on: .us, manner: manner))
    #expect(setup.usesAltMode)
    #expect(setup.layouts == Layouts.names)
    #expect(setup.separator == .itself)
  }

  @Test("that the AIM identifier stands before the prefix")
  func symbologyFirst() throws {
    let setup = try #require(Self.setup(ofTyped: "]Q1#" + CheckCode.matrix.text, on: .us))
    #expect(setup.symbology?.text == "]Q1" && setup.isSymbologyFirst && setup.prefix == "]Q1#")
  }

  @Test("that Enter before the code counts for nothing, and Tab and Enter behind it for one")
  func doubleTerminators() throws {
    var typist = Typist(layout: .us, manner: .plain)
    typist.press(.enter)
    typist.type(Array(CheckCode.matrix.text.unicodeScalars), endedBy: .tab)
    typist.press(.enter)
    let setup = try #require(ScannerSetup(from: typist.events, layouts: Self.layouts))
    #expect(setup.prefix == "" && setup.suffix == "" && setup.terminator == .enter && setup.strangeKeys == [])
  }

  @Test(
    "nothing where another code was scanned, or events were lost",
    arguments: ["SN-2024-001234", "", String(CheckCode.matrix.text.dropLast()), "zQM-7/\"@"])
  func otherCode(text: String) {
    #expect(Self.setup(ofTyped: text, on: .us) == nil)
    var typist = Typist(layout: .us, manner: .plain)
    typist.type(Array(CheckCode.matrix.text.unicodeScalars), endedBy: .enter)
    #expect(ScannerSetup(from: typist.events + [.synDropped(at: typist.time)], layouts: Self.layouts) == nil)
  }

  @Test("a setup with which the agent reads the code as it was printed", arguments: layouts)
  func agent(layout: Layout) throws {
    for head in ["", "L1", "L1]Q1"] {
      var typist = Typist(layout: layout, manner: .plain)
      typist.type(Array((head + "SN-12" + "/x").unicodeScalars), endedBy: .tab)
      let setup = try #require(Self.setup(ofTyped: head + CheckCode.matrix.text + "/x", endedBy: .tab, on: layout))
      let scan = try #require(
        Timeline(terminator: setup.terminator, events: typist.events).scans(through: layout).first)
      let extraction = Extraction(prefix: setup.prefix, suffix: setup.suffix)
      #expect(try extraction.serialNumber(in: scan.text) == SerialNumber("SN-12"))
    }
  }

  private static func setup(
    of code: CheckCode, on layout: Layout, manner: Typist.Manner
  ) -> ScannerSetup? {
    setup(ofTyped: code.text, on: layout, manner: manner)
  }

  private static func setup(
    ofTyped text: String, endedBy terminator: KeyCode? = .enter, on layout: Layout, manner: Typist.Manner = .plain
  ) -> ScannerSetup? {
    var typist = Typist(layout: layout, manner: manner)
    typist.type(Array(text.unicodeScalars), endedBy: terminator)
    return ScannerSetup(from: typist.events, layouts: layouts)
  }
}
