import Devices
import Settings

@testable import Station

/// What the operator sees of scanners that are not where they should be.
extension ScreenFrameTests.Shot {
  static let scanners: [Self] = [
    Self(name: "scanner-new") { scene in
      var roll = ScannerRoll.after([.symbol("1.1")], plan: sockets)
      scene.take(.detached(lane: "1", .symbol("1.1"), .unplugged), on: &roll)
      scene.lose("1", .gone(.unplugged))
      scene.take(.unclaimed(.newland("1.4")), on: &roll)
    },
    Self(name: "scanner-strayed") { scene in
      var roll = ScannerRoll.after([.symbol("1.1"), .symbol("1.2")], plan: sockets)
      scene.show(.ready)
      scene.take(.detached(lane: "2", .symbol("1.2"), .unplugged), on: &roll)
      scene.lose("2", .gone(.unplugged))
      scene.take(.unclaimed(.symbol("1.4")), on: &roll)
    },
    Self(name: "scanner-lent") { scene in
      scene.lose("1", .gone(.lent(to: "scangate identify (pid 4711)")))
    },
    Self(name: "scanner-contested") { scene in
      scene.lose("1", .contested([.symbol("1.1"), .symbol("1.4")]))
    },
    Self(name: "scanner-contested-of-two") { scene in
      scene.lose("1", .contested([.symbol("1.1"), .symbol("1.4")]))
      scene.show(.ready, on: "2")
    },
    Self(name: "scanner-twins") { scene in
      var roll = ScannerRoll.after([.symbol("1.1"), .symbol("1.2")], plan: sockets)
      for (lane, socket) in [("1", "1.1"), ("2", "1.2")] {
        scene.take(.detached(lane: lane, .symbol(socket), .unplugged), on: &roll)
      }
      scene.take(.attached(lane: "1", .symbol("1.1")), on: &roll)
      scene.show(.ready)
    },
    Self(name: "scanner-unseen") { scene in
      var roll = ScannerRoll.after([], plan: sockets)
      scene.take(.monitorLost(DeviceError(.watch, "/sys", code: 13)), on: &roll)
    },
  ]

  private static let sockets = LanePlan(
    of: .init(.port, ScannerDevice.symbol("1.1").port ?? ""), .init(.port, ScannerDevice.symbol("1.2").port ?? ""))
}

extension ScreenScene {
  fileprivate mutating func take(_ event: DeviceEvent, on roll: inout ScannerRoll) {
    for change in roll.take(event, at: now) { tell(.scanner(change)) }
  }

  fileprivate mutating func lose(_ lane: String, _ cause: LostScanner.Cause) {
    let since = Self.time("2026-11-23T14:03:12Z")
    show(.scannerLost(LostScanner(name: ScannerDevice.symbol("").shortTitle, cause: cause, since: since)), on: lane)
  }
}

extension ScannerDevice {
  fileprivate static func symbol(_ socket: String) -> ScannerDevice {
    of("Symbol Bar Code Scanner", socket)
  }

  fileprivate static func newland(_ socket: String) -> ScannerDevice {
    of("Newland HidKeyBoard", socket)
  }

  private static func of(_ name: String, _ socket: String) -> ScannerDevice {
    ScannerDevice(
      devnode: "/dev/input/event3", syspath: "/sys/\(socket)", isMarked: true,
      port: "pci-0000:00:14.0-usb-0:\(socket):1.0",
      name: name)
  }
}
