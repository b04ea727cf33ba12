import Scanning
import Testing

@Suite("The pace of the keys tells")
struct TypingPaceTests {
  @Test(
    "a scanner, by every recording of one",
    arguments: TimelineFile.fixtures.filter(\.isRecorded) + TimelineFile.recordings)
  func recordings(file: TimelineFile) throws {
    #expect(typist(of: try file.timeline().events) == .scanner)
  }

  @Test("a scanner up to 35 ms from press to press", arguments: [1, 8, 17])
  func scanner(milliseconds: Int) {
    var typist = Typist(layout: .us, manner: .plain(pace: .milliseconds(milliseconds)))
    typist.type(Array("sn2024".unicodeScalars), endedBy: .enter)
    #expect(self.typist(of: typist.events) == .scanner)
  }

  @Test("a person, whose keys come later, even where a scanner has typed before and types again")
  func person() {
    var typist = Typist(layout: .us, manner: .plain(pace: .milliseconds(60)))
    typist.type(Array("hello".unicodeScalars), endedBy: .enter)
    let person = typist.events
    #expect(self.typist(of: person) == .person)

    var scanner = Typist(layout: .us, manner: .plain(pace: .milliseconds(1)))
    scanner.type(Array("SN20240012".unicodeScalars), endedBy: .enter)
    #expect(self.typist(of: scanner.events + person) == .person)
    #expect(self.typist(of: person + scanner.events) == .person)
  }

  @Test("nothing by a few keys that fingers roll over, nor by scans of one key a second")
  func undecided() {
    var typist = Typist(layout: .us, manner: .plain(pace: .milliseconds(10)))
    typist.type(Array("the".unicodeScalars), endedBy: nil)
    for _ in 0..<5 {
      typist.wait(.milliseconds(1500))
      typist.type(["7"], endedBy: .enter)
    }
    #expect(self.typist(of: typist.events) == nil)
  }

  private func typist(of events: [InputEvent]) -> TypingPace.Typist? {
    var pace = TypingPace()
    for event in events { pace.receive(event) }
    return pace.typist
  }
}

extension TimelineFile {
  /// R1 to R4: recordings of real scanners.
  fileprivate var isRecorded: Bool {
    testDescription.wholeMatch(of: /r\d-.*/) != nil
  }
}
