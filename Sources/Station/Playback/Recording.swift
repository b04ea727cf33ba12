package import Scanning

/// One scanner's recorded events, with the scans and verdicts that must come of them.
package struct Recording: Sendable {
  package let name: String
  package let timeline: Timeline
  private let layout: Layout

  /// - Parameter layout: the table of the layout that the timeline names.
  package init(name: String, timeline: Timeline, layout: Layout) {
    self.name = name
    self.timeline = timeline
    self.layout = layout
  }

  package var scans: [Scan] { timeline.scans(through: layout) }

  /// What the scanner would tell its lane, in the recording's own time.
  package var events: [ScannerEvent] {
    var events: [ScannerEvent] = []
    timeline.play(through: layout) { events.append($0) }
    return events
  }
}
