package import Devices
package import Scanning
package import Settings

/// What is known of a scanner after it was scanned with: the device, and how it is set up.
package struct IdentifiedScanner: Sendable {
  package let device: ScannerDevice
  /// What its scan of the check code showed; nil: none was scanned, or it types no keys.
  package let setup: ScannerSetup?
  /// The whole scan of a HID POS or serial scanner.
  package let text: String?
  /// Its entry in `scanners:`.
  package private(set) var settings: ScannerSettings

  /// - Parameters:
  ///   - events: those of a code that it typed, which tell how long the numbers are.
  ///   - layouts: the tables of the layouts that `setup` may name.
  ///   - settings: its entry so far, which keeps what no scan can show.
  package init(
    _ device: ScannerDevice, setup: ScannerSetup?, text: String? = nil, events: [InputEvent] = [], layouts: [Layout],
    settings: ScannerSettings
  ) {
    self.device = device
    self.setup = setup
    self.text = text
    self.settings = settings
    guard let setup else { return }
    self.settings.layout = layouts.first { $0.name == setup.layouts.first } ?? settings.layout
    self.settings.terminator = setup.terminator
    self.settings.extraction.prefix = setup.prefix
    self.settings.extraction.suffix = setup.suffix
    if case .none = setup.terminator, settings.extraction.minLength == nil {
      self.settings.extraction.minLength = self.settings.length(of: events)
    }
  }
}

extension ScannerMatch {
  /// The scanner's own number if it has one, else its socket, else its model; its node if it says nothing of itself.
  package static func surest(for device: ScannerDevice) -> ScannerMatch {
    if let serial = device.serial { return ScannerMatch(.serial, serial) }
    if let socket = device.socket { return ScannerMatch(.port, socket) }
    if let model = device.model ?? device.name { return ScannerMatch(.model, model) }
    return ScannerMatch(.port, device.devnode)
  }
}

extension ScannerSettings {
  /// Bytes of the serial number in a scan, read by these settings; nil: there is none in it.
  fileprivate func length(of events: [InputEvent]) -> Int? {
    let timeline = Timeline(layout: layout.name, terminator: terminator, events: events)
    return timeline.scans(through: layout).first.flatMap { scan in
      (try? extraction.serialNumber(in: scan.text)).map(\.text.utf8.count)
    }
  }
}
