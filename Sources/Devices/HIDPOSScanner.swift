internal import CLinuxInput
internal import Glibc
package import Scanning

/// A scanner in HID POS mode: the input reports of a hidraw node become scans.
///
/// hidraw knows no grab: whoever may open the node reads the same reports. The udev rule alone keeps others out, by the
/// node's group and mode. No console listens there, so nothing is typed anywhere.
package final class HIDPOSScanner: Scanner {
  /// Reports that the kernel keeps for a reader (`HIDRAW_BUFFER_SIZE`, a ring with one place empty). It drops what comes
  /// after them and says nothing.
  private static let kept = 63

  private let devnode: String
  private let descriptor: Descriptor
  private let reports: HIDReportDescriptor
  private var reader: HIDPOSReader

  /// Opens the node and learns how its reports are built; reads nothing before `take`. What the lane wants does not
  /// matter here: reports need no layout, no terminator and no grab.
  package init(opening devnode: String, as _: Assignment) throws(DeviceError) {
    let descriptor = try Descriptor(opening: devnode)
    var outcome: CInt = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      outcome = hidraw_report_descriptor(descriptor.number, buffer.baseAddress)
      count = max(0, Int(outcome))
    }
    guard outcome >= 0 else { throw DeviceError(.inquire, devnode, code: -outcome) }
    guard let reports = try? HIDReportDescriptor(parsing: bytes), reports.isBarcodeScanner else {
      throw DeviceError(.inquire, devnode, code: ENOTSUP)
    }
    self.devnode = devnode
    self.descriptor = descriptor
    self.reports = reports
    reader = HIDPOSReader(reports)
  }

  package var number: CInt { descriptor.number }
  package var deadline: EventTime? { reader.deadline }

  package func adopt(_: Assignment) -> Bool { true }

  package func take() throws(DeviceError) -> Bool {
    while try descriptor.read(of: devnode, { _ in }) > 0 {}
    reader = HIDPOSReader(reports, takenAt: .now())
    return true
  }

  package func read(_ tell: (ScannerEvent) -> Void) throws(DeviceError) {
    var count = 0
    // One read gives one report.
    while try descriptor.read(of: devnode, { reader.receive(Array($0), at: .now(), into: tell) }) > 0 {
      count += 1
      if count == Self.kept { return reader.overrun(at: .now(), into: tell) }
    }
  }

  package func expire(at time: EventTime, _ tell: (ScannerEvent) -> Void) {
    if let event = reader.expire(at: time) { tell(event) }
  }

  package func end(at time: EventTime, _ tell: (ScannerEvent) -> Void) {
    if let event = reader.detach(at: time) { tell(event) }
  }
}
