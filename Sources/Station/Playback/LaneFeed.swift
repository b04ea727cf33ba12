package import Scanning

/// Scans that reach a lane from no device: the recordings of a demonstration. The lane finishes when they end.
package struct LaneFeed: Sendable {
  package var lane: String
  package var events: AsyncStream<ScannerEvent>

  package init(lane: String, events: AsyncStream<ScannerEvent>) {
    self.lane = lane
    self.events = events
  }

  func play(into lanes: LaneTable) async {
    for await event in events {
      lanes.receive(.scanner(event), on: lane)
    }
    lanes.receive(.finish, on: lane)
  }
}
