import Scanning
import Testing

@Suite("Reports of a HID POS scanner")
struct HIDPOSReaderTests {
  private static let long = String((0..<140).map { Character(Unicode.Scalar(UInt8(0x30 + $0 % 64))) })

  @Test("are one scan each, with its identifier beside the text", arguments: HIDPOSSample.all)
  func whole(sample: HIDPOSSample) throws {
    var bench = try HIDPOSBench(sample)
    bench.send(sample.reports(of: "SN-1", symbology: "]C1") + sample.reports(of: "SN-2"))
    let (one, two) = (EventTime(nanoseconds: 1_000_000), EventTime(nanoseconds: 2_000_000))
    #expect(
      bench.told == [
        .began(one),
        .scan(Scan(text: "SN-1", began: one, ended: one, symbology: AIMIdentifier(beginning: "]C1"))),
        .began(two), .scan(Scan(text: "SN-2", began: two, ended: two)),
      ])
  }

  @Test("that say they are continued are joined to one scan, which begins once", arguments: HIDPOSSample.all)
  func continued(sample: HIDPOSSample) throws {
    var bench = try HIDPOSBench(sample)
    let reports = sample.reports(of: Self.long, symbology: "]Q3")
    #expect(reports.count == 3)
    bench.send(reports + sample.reports(of: "SN-2"))
    #expect(bench.scans.map(\.text) == [Self.long, "SN-2"])
    #expect(bench.scans.map(\.symbology?.text) == ["]Q3", nil])
    #expect(bench.told.count == 4)
  }

  @Test("of a scanner that sends neither identifier nor count are as good")
  func bare() throws {
    var bench = try HIDPOSBench(.bare)
    bench.send(HIDPOSSample.bare.reports(of: "SN-1\r"))
    #expect(bench.scans.map(\.text) == ["SN-1"])
  }

  @Test(
    "may have CR, LF or Tab behind the code, also in a report of their own, and none of them is text",
    arguments: HIDPOSSample.all, ["\r", "\n", "\r\n", "\t", "\r\t"])
  func terminator(sample: HIDPOSSample, terminator: String) throws {
    var bench = try HIDPOSBench(sample)
    let fits = String(repeating: "A", count: 56)
    bench.send(sample.reports(of: "SN\t1" + terminator) + sample.reports(of: fits + terminator))
    bench.send(sample.reports(of: fits.dropLast() + terminator) + sample.reports(of: fits.dropLast() + "\rB"))
    #expect(bench.scans.map(\.text) == ["SN\t1", fits, String(fits.dropLast()), fits.dropLast() + "\rB"])
    #expect(bench.scans.allSatisfy { $0.fault == nil })
  }

  @Test("without data are no scan, nor are a trigger's or a stranger's")
  func nothing() throws {
    var bench = try HIDPOSBench(.counted)
    bench.send(HIDPOSSample.counted.report(of: []), [0x04, 0x01], [0x09] + Array("SN-1".utf8), [])
    bench.send(HIDPOSSample.counted.report(of: [0x0D]))
    #expect(bench.told == [])
  }

  @Test("give as much as they count: NUL stays, for the serial number to refuse, and old bytes behind do not")
  func count() throws {
    var bench = try HIDPOSBench(.counted)
    var report = HIDPOSSample.counted.report(of: Array("SN-1\0rest".utf8))
    report[1] = 5
    bench.send(report)
    #expect(bench.scans.map(\.text) == ["SN-1\0"])
  }

  @Test("end a scan that goes on for over one second without a word, and its rest is no scan of its own")
  func paused() throws {
    var bench = try HIDPOSBench(.counted)
    let reports = HIDPOSSample.counted.reports(of: Self.long)
    bench.send(reports[0])
    #expect(bench.reader.deadline == EventTime(nanoseconds: 1_001_000_000))
    bench.wait(.milliseconds(1001))
    #expect(bench.scans.map(\.fault) == [.paused])
    bench.send(Array(reports[1...]) + HIDPOSSample.counted.reports(of: "SN-2"))
    #expect(bench.scans.map(\.fault) == [.paused, .paused, nil])
    #expect(bench.scans.last?.text == "SN-2")
  }

  @Test(
    "that are not as described spoil the scan, and its rest with it",
    arguments: [(64, 57), (64, 255), (63, 56), (2, 56), (65, 56)])
  func malformed(length: Int, count: Int) throws {
    var bench = try HIDPOSBench(.counted)
    var reports = HIDPOSSample.counted.reports(of: Self.long)
    reports[1][1] = UInt8(count)
    reports[1] = Array((reports[1] + [0]).prefix(length))
    bench.send(reports + HIDPOSSample.counted.reports(of: "SN-2"))
    #expect(bench.scans.map(\.fault) == [.malformedReport, nil])
    #expect(bench.scans.last?.text == "SN-2")
  }

  @Test("that the kernel dropped spoil what is open, or what comes next")
  func overrun() throws {
    var bench = try HIDPOSBench(.counted)
    let reports = HIDPOSSample.counted.reports(of: Self.long)
    bench.send(reports[0])
    bench.reader.overrun(at: bench.time) { bench.told.append($0) }
    bench.send(reports[2])
    bench.reader.overrun(at: bench.time) { bench.told.append($0) }
    bench.send(reports[2])
    bench.send(HIDPOSSample.counted.reports(of: "SN-2"))
    #expect(bench.scans.map(\.fault) == [.overrun, .overrun, nil])
  }

  @Test("within 200 ms of the opening may be the rest of a code")
  func begunBefore() throws {
    var bench = try HIDPOSBench(.counted, takenAt: EventTime(nanoseconds: 0))
    bench.send(HIDPOSSample.counted.reports(of: "1"))
    bench.wait(.milliseconds(200))
    bench.send(HIDPOSSample.counted.reports(of: "SN-1"))
    #expect(bench.scans.map(\.fault) == [.begunBeforeGrab, nil])
  }

  @Test("that stop because the scanner was pulled leave a spoiled scan, or none")
  func detached() throws {
    var bench = try HIDPOSBench(.counted)
    #expect(bench.reader.detach(at: bench.time) == nil)
    bench.send(HIDPOSSample.counted.reports(of: Self.long)[0])
    guard case .scan(let scan) = bench.reader.detach(at: bench.time) else {
      Issue.record("the open scan was not ended")
      return
    }
    #expect(scan.fault == .detached)
  }

  @Test("are UTF-8 across their borders, or spoiled")
  func utf8() throws {
    var bench = try HIDPOSBench(.counted)
    let accented = "A" + String(repeating: "Ä", count: 40)
    bench.send(HIDPOSSample.counted.reports(of: accented))
    bench.send(HIDPOSSample.counted.report(of: [0x41, 0xC4]), HIDPOSSample.counted.report(of: [0x42]))
    #expect(bench.scans.map(\.fault) == [nil, .notUTF8, nil])
    #expect(bench.scans.first?.text == accented)
  }

  @Test("of over 4096 characters are spoiled")
  func longest() throws {
    var bench = try HIDPOSBench(.counted)
    for count in [4096, 4097] {
      bench.send(HIDPOSSample.counted.reports(of: String(repeating: "A", count: count)))
    }
    #expect(bench.scans.map(\.fault) == [nil, .tooLong])
  }

  @Test("of any bytes are scans or faults, never more", arguments: HIDPOSSample.all)
  func random(sample: HIDPOSSample) throws {
    var random = SplitMix64(seed: 3)
    var bench = try HIDPOSBench(sample)
    let reports = sample.reports(of: Self.long)
    for _ in 0..<5000 {
      var report = reports[Int.random(in: 0...2, using: &random)]
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        report[Int.random(in: report.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { report.removeLast(Int.random(in: 0...report.count, using: &random)) }
      bench.send(report)
    }
    bench.wait(.seconds(2))
    #expect(bench.scans.contains { $0.fault == .malformedReport })
  }
}
