import Scanning
import Testing

@Suite("A recording")
struct RecordingTests {
  @Test("expects what came out, counts its time from the grab, and reads back as it was written")
  func roundTrip() throws {
    for seed in UInt64(0)..<50 {
      var random = SplitMix64(seed: seed)
      var typist = Typist(layout: .german, manner: Typist.Manner(random: &random))
      for text in ["SN-1", "äöü7", "zY/@"] {
        typist.type(Array(text.unicodeScalars), endedBy: [.enter, .tab, nil].randomElement(using: &random) ?? nil)
        typist.wait(.milliseconds(Int.random(in: 100...2000, using: &random)))
      }
      let grab = EventTime(nanoseconds: 700_000_000)
      let timeline = Timeline(
        recorded: typist.events, notes: ["seed \(seed)"], layout: .german, terminator: .enter, grabbedAt: grab)
      #expect(timeline.grabbedAt == EventTime(nanoseconds: 0))
      #expect(timeline.events.first?.time == typist.events.first.map { EventTime(nanoseconds: 0) + ($0.time - grab) })
      #expect(!timeline.expectations.isEmpty)

      let read = try Timeline(parsing: timeline.rendered())
      #expect(read.isMet(by: read.scans(through: .german)))
    }
  }

  @Test("of a scanner that is pulled ends with it, its last scan spoiled")
  func pulled() throws {
    var typist = Typist(layout: .us, manner: .plain)
    typist.type(Array("SN-1".unicodeScalars), endedBy: nil)
    let timeline = Timeline(
      recorded: typist.events, notes: [], layout: .us, terminator: .enter, grabbedAt: EventTime(nanoseconds: 0),
      detachedAt: typist.time)
    #expect(timeline.expectations == [.init(.spoiled(.detached))])
    #expect(timeline.rendered().contains("\(typist.time.seconds) detached"))
  }

  @Test("of two scans of which nothing is known is told apart by the silence between them")
  func rawScans() {
    var raw = RawScan()
    var typist = Typist(layout: .us, manner: .plain)
    typist.type(Array("FIRST1".unicodeScalars), endedBy: nil)
    let first = typist.events.count
    typist.wait(.milliseconds(600))
    typist.type(Array("SECOND".unicodeScalars), endedBy: nil)
    for event in typist.events[..<first] { raw.receive(event) }
    #expect(raw.events.count == first && raw.typist == .scanner)
    #expect(!raw.isOver(at: typist.events[first - 1].time + .milliseconds(499)))
    #expect(raw.isOver(at: typist.events[first - 1].time + .milliseconds(500)))
    for event in typist.events[first...] { raw.receive(event) }
    #expect(raw.events.count == typist.events.count - first)
  }
}
