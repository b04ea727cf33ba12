import Scanning
import Testing

@Suite("The reader of a keyboard wedge")
struct WedgeReaderTests {
  @Test("tells the first key at once, and the scan at the terminator's press")
  func beganAndScan() {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    #expect(reader.tap(.a, .b, from: 100) == [.began(.at(100))])
    var told: [ScannerEvent] = []
    reader.receive(.key(.enter, .down, at: .at(104))) { told.append($0) }
    #expect(told == [.scan(Scan(text: "ab", began: .at(100), ended: .at(104)))])
  }

  @Test("does not take Shift for the first key, but the first key that Shift changes")
  func shiftAlone() {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    #expect(reader.tap(.leftShift, .capsLock, .numLock, from: 0).isEmpty)
    #expect(reader.deadline == nil)
  }

  @Test("tells of a spoiled scan's first key too", arguments: [KeyCode(rawValue: 59), KeyCode(rawValue: 0xFFFF)])
  func unknownKeyFirst(key: KeyCode) {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    let told = reader.tap(key, .a, .enter, from: 0)
    let scan = Scan(text: "a", began: .at(0), ended: .at(4), fault: .unknownKey(key))
    #expect(told == [.began(.at(0)), .scan(scan)])
  }

  @Test("tells of dropped events at once, since the first key may be among them")
  func dropIsTold() {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    var told: [ScannerEvent] = []
    reader.receive(.synDropped(at: .at(5))) { told.append($0) }
    #expect(told == [.began(.at(5))])
    #expect(reader.deadline == .at(1005))
    let scan = Scan(text: "", began: .at(5), ended: .at(1005), fault: .overrun)
    #expect(reader.expire(at: .at(1005)) == .scan(scan))
  }

  @Test("has no deadline at rest")
  func noDeadlineAtRest() {
    var reader = WedgeReader(layout: .us, terminator: .none(quietGap: .milliseconds(100)))
    #expect(reader.deadline == nil)
    _ = reader.tap(.a, from: 0)
    #expect(reader.deadline == .at(101))
    #expect(reader.expire(at: .at(100)) == nil)
    #expect(reader.expire(at: .at(101)) == .scan(Scan(text: "a", began: .at(0), ended: .at(101))))
    #expect(reader.deadline == nil)
    #expect(reader.expire(at: .at(999)) == nil)
  }

  @Test("ends a scan by the time of the next event, however late it is read")
  func lateReader() {
    var reader = WedgeReader(layout: .us, terminator: .none(quietGap: .milliseconds(100)))
    let told = reader.tap(.a, from: 0) + reader.tap(.b, from: 500)
    let scan = Scan(text: "a", began: .at(0), ended: .at(101))
    #expect(told == [.began(.at(0)), .scan(scan), .began(.at(500))])
  }

  @Test("tells a cut scan after a second, though no key comes")
  func pause() {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    _ = reader.tap(.a, from: 0)
    #expect(reader.deadline == .at(1001))
    let scan = Scan(text: "a", began: .at(0), ended: .at(1001), fault: .paused)
    #expect(reader.expire(at: .at(1200)) == .scan(scan))
    #expect(reader.tap(.enter, from: 2000).isEmpty)
    #expect(
      reader.tap(.b, .enter, from: 3000).last
        == .scan(
          Scan(text: "b", began: .at(3000), ended: .at(3002))))
  }

  @Test("ends an open scan when the scanner is pulled, and none at rest")
  func detach() {
    var reader = WedgeReader(layout: .us, terminator: .enter)
    #expect(reader.detach(at: .at(0)) == nil)
    _ = reader.tap(.a, from: 0)
    let scan = Scan(text: "a", began: .at(0), ended: .at(9), fault: .detached)
    #expect(reader.detach(at: .at(9)) == .scan(scan))
  }

  @Test("keeps a scan whole that its quiet gap had ended before the scanner was pulled")
  func detachAfterTheGap() {
    var reader = WedgeReader(layout: .us, terminator: .none(quietGap: .milliseconds(100)))
    _ = reader.tap(.a, from: 0)
    #expect(reader.detach(at: .at(300)) == .scan(Scan(text: "a", began: .at(0), ended: .at(101))))
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
        readers[index].receive(.key(key, .down, at: .at(step))) { event in
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
    for index in 0..<count { told += reader.tap(.a, from: 2 * index) }
    told += reader.tap(.enter, .b, .enter, from: 2 * count)
    let scans = told.compactMap { if case .scan(let scan) = $0 { scan } else { nil } }
    #expect(scans.map(\.fault) == [fault, nil])
    #expect(scans.map(\.text) == [String(repeating: "a", count: 4096), "b"])
  }
}
