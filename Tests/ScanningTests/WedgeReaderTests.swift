import Scanning
import Testing

@Suite("The reader of a keyboard wedge")
struct WedgeReaderTests {
  private static func time(_ milliseconds: Int) -> EventTime {
    EventTime(nanoseconds: Int64(milliseconds) * 1_000_000)
  }

  /// Taps keys one millisecond apart; what is told, in order.
  private static func tap(
    _ keys: KeyCode..., from milliseconds: Int, on reader: inout WedgeReader
  ) -> [ScannerEvent] {
    var told: [ScannerEvent] = []
    for (index, key) in keys.enumerated() {
      let start = milliseconds + 2 * index
      reader.receive(.key(key, .down, at: time(start))) { told.append($0) }
      reader.receive(.synReport(at: time(start))) { told.append($0) }
      reader.receive(.key(key, .up, at: time(start + 1))) { told.append($0) }
    }
    return told
  }

  @Test("tells the first key at once, and the scan at the terminator's press")
  func beganAndScan() {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    #expect(Self.tap(.a, .b, from: 100, on: &reader) == [.began(Self.time(100))])
    var told: [ScannerEvent] = []
    reader.receive(.key(.enter, .down, at: Self.time(104))) { told.append($0) }
    #expect(told == [.scan(Scan(text: "ab", began: Self.time(100), ended: Self.time(104)))])
  }

  @Test("does not take Shift for the first key, but the first key that Shift changes")
  func shiftAlone() {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    #expect(Self.tap(.leftShift, .capsLock, .numLock, from: 0, on: &reader).isEmpty)
    #expect(reader.deadline == nil)
  }

  @Test("tells of a spoiled scan's first key too", arguments: [KeyCode(rawValue: 59), KeyCode(rawValue: 0xFFFF)])
  func unknownKeyFirst(key: KeyCode) {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    let told = Self.tap(key, .a, .enter, from: 0, on: &reader)
    let scan = Scan(text: "a", began: Self.time(0), ended: Self.time(4), fault: .unknownKey(key))
    #expect(told == [.began(Self.time(0)), .scan(scan)])
  }

  @Test("tells of dropped events at once, since the first key may be among them")
  func dropIsTold() {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    var told: [ScannerEvent] = []
    reader.receive(.synDropped(at: Self.time(5))) { told.append($0) }
    #expect(told == [.began(Self.time(5))])
    #expect(reader.deadline == Self.time(1005))
    let scan = Scan(text: "", began: Self.time(5), ended: Self.time(1005), fault: .overrun)
    #expect(reader.expire(at: Self.time(1005)) == .scan(scan))
  }

  @Test("has no deadline at rest")
  func noDeadlineAtRest() {
    var reader = WedgeReader(layout: .us, terminator: .none(quietGap: .milliseconds(100)))
    #expect(reader.deadline == nil)
    _ = Self.tap(.a, from: 0, on: &reader)
    #expect(reader.deadline == Self.time(101))
    #expect(reader.expire(at: Self.time(100)) == nil)
    #expect(reader.expire(at: Self.time(101)) == .scan(Scan(text: "a", began: Self.time(0), ended: Self.time(101))))
    #expect(reader.deadline == nil)
    #expect(reader.expire(at: Self.time(999)) == nil)
  }

  @Test("ends a scan by the time of the next event, however late it is read")
  func lateReader() {
    var reader = WedgeReader(layout: .us, terminator: .none(quietGap: .milliseconds(100)))
    let told = Self.tap(.a, from: 0, on: &reader) + Self.tap(.b, from: 500, on: &reader)
    let scan = Scan(text: "a", began: Self.time(0), ended: Self.time(101))
    #expect(told == [.began(Self.time(0)), .scan(scan), .began(Self.time(500))])
  }

  @Test("tells a cut scan after a second, though no key comes")
  func pause() {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    _ = Self.tap(.a, from: 0, on: &reader)
    #expect(reader.deadline == Self.time(1001))
    let scan = Scan(text: "a", began: Self.time(0), ended: Self.time(1001), fault: .paused)
    #expect(reader.expire(at: Self.time(1200)) == .scan(scan))
    #expect(Self.tap(.enter, from: 2000, on: &reader).isEmpty)
    #expect(
      Self.tap(.b, .enter, from: 3000, on: &reader).last
        == .scan(
          Scan(text: "b", began: Self.time(3000), ended: Self.time(3002))))
  }

  @Test("ends an open scan when the scanner is pulled, and none at rest")
  func detach() {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    #expect(reader.detach(at: Self.time(0)) == nil)
    _ = Self.tap(.a, from: 0, on: &reader)
    let scan = Scan(text: "a", began: Self.time(0), ended: Self.time(9), fault: .detached)
    #expect(reader.detach(at: Self.time(9)) == .scan(scan))
  }

  @Test("keeps a scan whole that its quiet gap had ended before the scanner was pulled")
  func detachAfterTheGap() {
    var reader = WedgeReader(layout: .us, terminator: .none(quietGap: .milliseconds(100)))
    _ = Self.tap(.a, from: 0, on: &reader)
    #expect(reader.detach(at: Self.time(300)) == .scan(Scan(text: "a", began: Self.time(0), ended: Self.time(101))))
  }

  @Test("forgives the releases of keys that were down at the grab")
  func releasesAfterTheGrab() {
    var reader = WedgeReader(layout: .us, terminator: .enter, grabbedAt: Self.time(0))
    var told: [ScannerEvent] = []
    reader.receive(.key(.enter, .up, at: Self.time(1))) { told.append($0) }
    #expect(told.isEmpty)
    #expect(
      Self.tap(.a, .enter, from: 200, on: &reader).last
        == .scan(
          Scan(text: "a", began: Self.time(200), ended: Self.time(202))))
  }

  @Test("spoils the scan that a Shift down at the grab belongs to")
  func shiftDownAtTheGrab() {
    var reader = WedgeReader(layout: .us, terminator: .enter, grabbedAt: Self.time(0))
    var told = Self.tap(.a, from: 300, on: &reader)
    reader.receive(.key(.leftShift, .up, at: Self.time(302))) { told.append($0) }
    told += Self.tap(.enter, from: 303, on: &reader)
    let scan = Scan(text: "a", began: Self.time(300), ended: Self.time(303), fault: .overrun)
    #expect(told == [.began(Self.time(300)), .scan(scan)])
  }

  @Test(
    "takes a modifier that the kernel says is down at the grab for what it is, up to its release",
    arguments: [
      (.leftShift, "A", nil), (.rightShift, "A", nil), (.leftCtrl, "\u{1}", nil), (.rightAlt, "", .unknownKey(.a)),
      (.leftAlt, "", .begunBeforeGrab),
    ] as [(KeyCode, String, ScanFault?)])
  func modifierDownAtTheGrab(key: KeyCode, text: String, fault: ScanFault?) {
    var pressed = KeySet.none
    pressed.insert(key)
    var reader = WedgeReader(layout: .us, terminator: .enter, grabbedAt: Self.time(0), pressed: pressed)
    var told = Self.tap(.a, .enter, from: 300, on: &reader)
    reader.receive(.key(key, .up, at: Self.time(304))) { told.append($0) }
    told += Self.tap(.a, .enter, from: 305, on: &reader)
    let first = Scan(text: text, began: Self.time(300), ended: Self.time(302), fault: fault)
    let second = Scan(text: "a", began: Self.time(305), ended: Self.time(307))
    #expect(told == [.began(Self.time(300)), .scan(first), .began(Self.time(305)), .scan(second)])
  }

  @Test("spoils an ALT-mode number whose first digits may have come before the grab, and not the next")
  func altDownAtTheGrab() {
    var pressed = KeySet.none
    pressed.insert(.leftAlt)
    var reader = WedgeReader(layout: .us, terminator: .enter, grabbedAt: Self.time(0), pressed: pressed)
    var told = Self.tap(.kp6, .kp5, from: 300, on: &reader)
    reader.receive(.key(.leftAlt, .up, at: Self.time(304))) { told.append($0) }
    told += Self.tap(.enter, from: 305, on: &reader)
    reader.receive(.key(.leftAlt, .down, at: Self.time(307))) { told.append($0) }
    told += Self.tap(.kp6, .kp5, from: 308, on: &reader)
    reader.receive(.key(.leftAlt, .up, at: Self.time(312))) { told.append($0) }
    told += Self.tap(.enter, from: 313, on: &reader)
    let scans = told.compactMap { if case .scan(let scan) = $0 { scan } else { nil } }
    #expect(scans.map(\.fault) == [.begunBeforeGrab, nil])
    #expect(scans.last?.text == "A")
  }

  @Test("takes a second release of a key that was down at the grab for a lost press")
  func releasedTwice() {
    var pressed = KeySet.none
    pressed.insert(.enter)
    var reader = WedgeReader(layout: .us, terminator: .enter, grabbedAt: Self.time(0), pressed: pressed)
    var told: [ScannerEvent] = []
    reader.receive(.key(.enter, .up, at: Self.time(300))) { told.append($0) }
    #expect(told.isEmpty)
    reader.receive(.key(.enter, .up, at: Self.time(301))) { told.append($0) }
    #expect(told == [.began(Self.time(301))])
  }

  @Test("keeps two scanners apart whose events come in turns")
  func twoScanners() {
    var readers = [
      WedgeReader(layout: .us, terminator: .enter), WedgeReader(layout: .us, terminator: .enter),
    ]
    var texts: [[String]] = [[], []]
    let keys: [[KeyCode]] = [[.leftShift, .a, .b, .enter], [.x, .y, .z, .enter]]
    for step in 0..<4 {
      for (index, key) in [keys[0][step], keys[1][step]].enumerated() {
        readers[index].receive(.key(key, .down, at: Self.time(step))) { event in
          if case .scan(let scan) = event { texts[index].append(scan.text) }
        }
      }
    }
    #expect(texts == [["AB"], ["xyz"]])
  }

  @Test("takes 4096 characters and spoils the scan of one more", arguments: [(4096, nil), (4097, ScanFault.tooLong)])
  func longest(count: Int, fault: ScanFault?) throws {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    var told: [ScannerEvent] = []
    for index in 0..<count { told += Self.tap(.a, from: 2 * index, on: &reader) }
    told += Self.tap(.enter, .b, .enter, from: 2 * count, on: &reader)
    let scans = told.compactMap { if case .scan(let scan) = $0 { scan } else { nil } }
    #expect(scans.map(\.fault) == [fault, nil])
    #expect(scans.map(\.text) == [String(repeating: "a", count: 4096), "b"])
  }
}
