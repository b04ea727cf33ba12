import Devices
import Gating

@testable import Station

extension ScannerRoll {
  /// All that is plugged in has been seen: these, each on its lane.
  static func after(_ devices: [ScannerDevice], plan: LanePlan) -> ScannerRoll {
    var roll = ScannerRoll(Sightings([], plan: plan))
    for device in devices {
      guard let lane = plan.assignment(for: device)?.lane else { continue }
      _ = roll.tell(.attached(lane: lane, device))
    }
    _ = roll.tell(.enumerated)
    return roll
  }

  /// `LANE STATE SCANNER: CAUSE`, with an exclamation mark before what somebody has to look after.
  mutating func tell(_ event: DeviceEvent) -> [String] {
    take(event, at: UTCTime(nanoseconds: 0)).map { change in
      let what = "\(change.lane ?? "-") \(change.state.rawValue) \(change.scanner)"
      return change.cause.isEmpty ? what : "\(what): \(change.isForOperator ? "! " : "")\(change.cause)"
    }
  }
}

extension ScannerDevice {
  /// Without a serial number.
  static func plain(_ port: String) -> ScannerDevice { of("Voyager", port) }

  /// Of another model.
  static func other(_ port: String) -> ScannerDevice { of("Xenon", port) }

  static func numbered(_ serial: String, _ port: String) -> ScannerDevice { of("Voyager", port, serial: serial) }

  static func nameless(_ port: String) -> ScannerDevice { of(nil, port) }

  private static func of(_ name: String?, _ port: String, serial: String? = nil) -> ScannerDevice {
    ScannerDevice(
      devnode: "/dev/input/event-\(port)", syspath: "/sys/\(port)", isMarked: true, serial: serial, port: port,
      name: name
    )
  }
}
