import Scanning
import Testing

@Suite("Timelines through the decoder")
struct FixtureTests {
  @Test("gives exactly the scans that the file expects", arguments: TimelineFile.fixtures + TimelineFile.recordings)
  func expectedScans(file: TimelineFile) throws {
    let timeline = try file.timeline()
    let layout = try #require(Layout.named(timeline.layout))
    var scans: [Scan] = []
    var begun = 0
    timeline.play(through: layout) { event in
      switch event {
      case .began:
        begun += 1
        #expect(begun == scans.count + 1, "a scan begins once, and after the one before has ended")
      case .scan(let scan): scans.append(scan)
      }
    }
    #expect(timeline.isMet(by: scans), "came out: \(scans)")
    #expect(begun == scans.count)
  }

  @Test("is the same after it was written out", arguments: TimelineFile.fixtures + TimelineFile.recordings)
  func roundTrip(file: TimelineFile) throws {
    let timeline = try file.timeline()
    #expect(try Timeline(parsing: timeline.rendered()) == timeline)
  }

  @Test("says at its head what it is and what it expects", arguments: TimelineFile.fixtures)
  func head(file: TimelineFile) throws {
    let timeline = try file.timeline()
    #expect(!timeline.notes.isEmpty)
    #expect(!timeline.expectations.isEmpty)
  }

  @Test("of the demo names a verdict for each scan", arguments: TimelineFile.recordings)
  func verdicts(file: TimelineFile) throws {
    let timeline = try file.timeline()
    #expect(timeline.expectations.allSatisfy { $0.verdict != nil })
  }

  @Test("files are found") func found() {
    #expect(TimelineFile.fixtures.count > 50)
    #expect(TimelineFile.recordings.count == 6)
  }
}
