import Scanning

/// A HID POS reader under test: takes reports, each a millisecond after the one before, and keeps what it tells.
struct HIDPOSBench {
  var reader: HIDPOSReader
  var time = EventTime(nanoseconds: 0)
  var told: [ScannerEvent] = []

  init(_ sample: HIDPOSSample, takenAt: EventTime? = nil) throws {
    reader = HIDPOSReader(try sample.parsed(), takenAt: takenAt)
  }

  mutating func send(_ reports: [UInt8]...) { send(reports) }

  mutating func send(_ reports: [[UInt8]]) {
    for report in reports {
      time = time + .milliseconds(1)
      reader.receive(report, at: time) { told.append($0) }
    }
  }

  mutating func wait(_ duration: Duration) {
    time = time + duration
    if let event = reader.expire(at: time) { told.append(event) }
  }

  var scans: [Scan] {
    told.compactMap { event in if case .scan(let scan) = event { scan } else { nil } }
  }
}
