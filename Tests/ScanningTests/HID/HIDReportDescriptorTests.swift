import Scanning
import Testing

@Suite("A HID report descriptor")
struct HIDReportDescriptorTests {
  @Test("says where each part of a scan is, in one spelling as in another")
  func fields() throws {
    let counted = try HIDPOSSample.counted.parsed()
    let rewritten = try HIDPOSSample.rewritten.parsed()
    let parts = [HIDUsage.byteCount] + HIDUsage.symbologyIdentifier + [.decodedData]
    for (usage, (byte, count)) in zip(parts, [(1, 1), (2, 1), (3, 1), (4, 1), (5, 56)]) {
      let field = HIDField(reportID: 2, usage: usage, offset: byte * 8, size: 8, count: count)
      #expect(counted.inputs.contains(field) && rewritten.inputs.contains(field))
    }
    let flags = HIDField(reportID: 2, usage: .decodeDataContinued, offset: 63 * 8, size: 1, count: 8)
    #expect(counted.inputs.contains(flags))
    #expect(counted.lengths == [2: 64 * 8, 4: 16])
    #expect(rewritten.lengths == [2: 64 * 8])
    #expect(try HIDPOSSample.uncounted.parsed().lengths == [0: 60 * 8])
  }

  @Test("tells a bar code scanner", arguments: HIDPOSSample.all + [.bare])
  func barcodeScanner(sample: HIDPOSSample) throws {
    #expect(try sample.parsed().isBarcodeScanner)
  }

  @Test(
    "from a keyboard, from a bar code scanner's page under another usage, and from one that sends no decoded data",
    arguments: [
      HIDPOSSample.keyboard, [],
      [0x05, 0x8C, 0x09, 0x06, 0xA1, 0x01, 0x75, 0x08, 0x95, 0x3F, 0x09, 0xFE, 0x81, 0x02, 0xC0],
      [0x06, 0x8C, 0xFF, 0x09, 0x02, 0xA1, 0x01, 0x75, 0x08, 0x95, 0x3F, 0x09, 0xFE, 0x81, 0x02, 0xC0],
      [0x05, 0x01, 0x09, 0x06, 0xA1, 0x01, 0x05, 0x8C, 0x09, 0x02, 0xA1, 0x02, 0xC0, 0xC0],
      [0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x75, 0x08, 0x95, 0x3F, 0x09, 0xFB, 0x81, 0x02, 0xC0],
      [0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x75, 0x08, 0x95, 0x3F, 0x09, 0xFE, 0x91, 0x02, 0xC0],
    ] as [[UInt8]])
  func other(descriptor: [UInt8]) throws {
    #expect(try !HIDReportDescriptor(parsing: descriptor).isBarcodeScanner)
  }

  @Test(
    "that is wrong is refused, with the byte",
    arguments: [
      ([0x26, 0xFF], .cutShort(at: 0)), ([0x05, 0x8C, 0xFE, 0x02, 0x00, 0x01], .cutShort(at: 2)),
      ([0xFE], .cutShort(at: 0)), ([0xA1, 0x01], .cutShort(at: 2)), ([0xC0], .unbalanced(at: 0)),
      ([0xA4, 0xB4, 0xB4], .unbalanced(at: 2)), ([0xA9, 0x01], .unsupported(at: 0)),
      ([0x75, 0x08, 0x96, 0x00, 0x40, 0x81, 0x02, 0x81, 0x02], .tooLarge(at: 7)),
      ([0x77, 0xFF, 0xFF, 0xFF, 0xFF, 0x97, 0xFF, 0xFF, 0xFF, 0xFF, 0x81, 0x02], .tooLarge(at: 10)),
      ([0x75, 0x01, 0x96, 0xFF, 0xFF, 0x19, 0x00, 0x2A, 0xFF, 0xFF, 0x81, 0x02], .tooLarge(at: 10)),
    ] as [([UInt8], HIDReportDescriptorError)])
  func wrong(descriptor: [UInt8], error: HIDReportDescriptorError) {
    #expect(throws: error) { try HIDReportDescriptor(parsing: descriptor) }
    #expect(error.description.hasSuffix("Scan the setup code `USB keyboard` of its manual."))
  }

  @Test("cut short or with any byte changed is read or refused, never more", arguments: HIDPOSSample.all)
  func broken(sample: HIDPOSSample) throws {
    var random = SplitMix64(seed: 1)
    for length in 0..<sample.descriptor.count {
      _ = try? HIDReportDescriptor(parsing: Array(sample.descriptor[..<length]))
    }
    for _ in 0..<5000 {
      var descriptor = sample.descriptor
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        descriptor[Int.random(in: descriptor.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      guard let parsed = try? HIDReportDescriptor(parsing: descriptor) else { continue }
      var reader = HIDPOSReader(parsed)
      let report = (0..<Int.random(in: 0...70, using: &random)).map { _ in UInt8.random(in: 0...5, using: &random) }
      reader.receive(report, at: EventTime(nanoseconds: 0)) { _ in }
    }
  }

  @Test("of random bytes is read or refused, never more")
  func random() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...80, using: &random)
      _ = try? HIDReportDescriptor(parsing: (0..<length).map { _ in .random(in: 0...255, using: &random) })
    }
  }
}
