import Patterns
import Scanning
import Testing

@Suite struct PatternTests {
  @Test(
    "A search fits anywhere, `^` and `$` are the ends of the text",
    arguments: [
      (#"\d{3}"#, "SN-1234", true),
      (#"^\d{3}$"#, "SN-1234", false),
      (#"^SN-\d{4}$"#, "SN-1234", true),
      (#"^SN-\d{4}$"#, "SN-1234\n", false),
      (#"^SN"#, "sn-1", false),
      (#"(?i)^SN"#, "sn-1", true),
      ("^$", "", true),
      ("", "A", true),
    ])
  func searches(source: String, text: String, fits: Bool) throws {
    #expect(try Pattern.compile(source).firstMatch(in: text) == (fits ? .match(groups: [:]) : .none))
  }

  @Test(
    "Digits, letters and spaces are ASCII",
    arguments: [
      (#"^\d+$"#, "١٢٣"), (#"^\d+$"#, "１２３"), (#"^\w+$"#, "é"), (#"^\w+$"#, "\u{212A}"), (#"^\s$"#, "\u{A0}"),
      ("^[[:digit:]]+$", "١"), ("^[A-Z]$", "\u{212A}"),
    ])
  func staysASCII(source: String, text: String) throws {
    #expect(try Pattern.compile(source).firstMatch(in: text) == .none)
  }

  @Test("A dot is a character and not a byte")
  func matchesCharacters() throws {
    #expect(try Pattern.compile("^.$").firstMatch(in: "零") == .match(groups: [:]))
  }

  @Test(
    "A whole match leaves nothing over, and tries every way to get there",
    arguments: [
      ("AB|ABC", "ABC", true),
      ("AB", "ABC", false),
      ("BC", "ABC", false),
      (#"AB\n?"#, "AB\n", true),
      ("AB$", "AB\n", false),
      (#"A\KB"#, "AB", false),
      ("A|", "", true),
    ])
  func matchesWhole(source: String, text: String, fits: Bool) throws {
    #expect(try Pattern.compile(source).wholeMatch(in: text) == (fits ? .match(groups: [:]) : .none))
  }

  @Test("Named groups come with what they took, and without those that took no part")
  func namesGroups() throws {
    let pattern = try Pattern.compile(#"(?<serial>[^;]+);(?<part_number>[^;]*)(;(?<date>\d{6}))?"#)
    #expect(pattern.groups == ["serial", "part_number", "date"])
    #expect(pattern.wholeMatch(in: "ä1;") == .match(groups: ["serial": "ä1", "part_number": ""]))
    #expect(
      pattern.wholeMatch(in: "A;B;261123") == .match(groups: ["serial": "A", "part_number": "B", "date": "261123"]))
  }

  @Test("A group may be named once in each branch of a branch reset")
  func resetsBranches() throws {
    let pattern = try Pattern.compile(#"(?|A(?<serial>\d+)|(?<serial>\d+)B)"#)
    #expect(pattern.wholeMatch(in: "A12") == .match(groups: ["serial": "12"]))
    #expect(pattern.wholeMatch(in: "12B") == .match(groups: ["serial": "12"]))
  }

  @Test(
    "A pattern that backtracks without end is stopped",
    arguments: [
      ("^(a+)+$", 5000), ("^(a+)+$", 24), ("(a*)*b", 4096), ("^(a|a)*$", 4096), ("^(?:(a)|b)*?c$", 4096),
      ("a*a*a*[bc]", 200), ("a*a*[bc]", 4000),
      ("(*LIMIT_MATCH=4000000000)^(a+)+$", 5000),
    ])
  func stops(source: String, length: Int) throws {
    let text = String(repeating: "a", count: length) + "!"
    let pattern = try Pattern.compile(source)
    let taken = ContinuousClock().measure {
      let match = pattern.firstMatch(in: text)
      #expect(match == .limitReached || match == .none)
      #expect(match == .limitReached || source != "^(a+)+$")
    }
    #expect(taken < .seconds(1))
  }

  @Test("A pattern that any label needs is far from the limits")
  func allowsLongTexts() throws {
    let pattern = try Pattern.compile(#"(?<serial>[A-Z0-9-]+);(?:[^;]+;)*\d{6}"#)
    let text = "SN-1;" + String(repeating: "part;", count: 800) + "261123"
    #expect(pattern.wholeMatch(in: text) == .match(groups: ["serial": "SN-1"]))
  }

  @Test(
    "A pattern that is none says where, what and what to do",
    arguments: [
      ("^(abc", 5, "missing closing parenthesis"),
      ("[a-", 3, "missing terminating ]"),
      ("a**+*", 2, "quantifier does not follow a repeatable item"),
      (#"\Ca"#, 2, #"using \C is disabled"#),
      (#"(*UCP)\d"#, 6, "using UCP is disabled"),
      ("(?<serial>a)(?<serial>b)", 22, "same name"),
      ("(?J)(?<serial>a)(?<serial>b)", 0, "two groups have one name"),
    ])
  func explains(source: String, offset: Int, reason: String) {
    let error = #expect(throws: PatternError.self) { try Pattern.compile(source) }
    #expect(error?.offset == offset)
    #expect(error?.reason.contains(reason) == true)
    #expect(error?.description.hasSuffix(". Correct it there.") == true)
  }

  @Test("Patterns are the same if they are written the same")
  func comparesSources() throws {
    #expect(try Pattern.compile("a") == Pattern.compile("a"))
    #expect(try Pattern.compile("a") != Pattern.compile("b"))
  }

  @Test("One pattern matches on many threads at once")
  func matchesConcurrently() async throws {
    let pattern = try Pattern.compile(#"(?<serial>\d+)-(?<part>\w+)"#)
    await withTaskGroup(of: Bool.self) { tasks in
      for task in 0..<8 {
        tasks.addTask {
          (0..<1000).allSatisfy { count in
            pattern.wholeMatch(in: "\(count)-T\(task)") == .match(groups: ["serial": "\(count)", "part": "T\(task)"])
          }
        }
      }
      for await allMatched in tasks {
        #expect(allMatched)
      }
    }
  }
}
