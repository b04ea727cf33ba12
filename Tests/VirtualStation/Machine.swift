import FoundationEssentials
import Glibc
import SystemPackage

/// A computer that exists for these tests: an emulated PC that runs a real kernel with a real udev.
///
/// ```
/// USBScanner ─ reports ─► USBSocket ─ usbredir ─► QEMU: xHCI │ usbhid ─► evdev ─► scangate │ QEMU ─ JSON lines ─► Agent
///                                                            └ udev ─► marks, group, mode ┘
/// ```
struct Machine: Sendable {
  let guest: Guest
  let sockets: [USBSocket]
  /// Where the agent's standard output comes.
  let output: Conversation
  private let monitor: Conversation

  /// The machine of the running suite.
  @TaskLocal static var current: Machine?

  /// Boots, and runs while `body` uses it.
  static func boot<Result: Sendable>(
    _ image: Image, _ body: (Machine) async throws -> Result
  ) async throws -> Result {
    // A QEMU that is gone is told by what it no longer says.
    signal(SIGPIPE, SIG_IGN)
    let folder = FileManager.default.temporaryDirectory.appending(path: "station-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let listeners = try ["control", "agent", "monitor", "usb1", "usb2", "usb3", "usb4"].map {
      try Listener(at: "\(folder)/\($0)")
    }
    return try await tethered(command(image, in: folder)) { qemu in
      var connections = try listeners.map { listener in
        do { return try listener.accept() } catch { throw NoMachine(reason: error, said: qemu.unread) }
      }
      let machine = try await Machine(
        guest: Guest(at: Conversation(connections.removeFirst())), output: Conversation(connections.removeFirst()),
        monitor: Conversation(connections.removeFirst()),
        sockets: connections.enumerated().map { index, connection in
          try USBSocket(port: "pci-0000:00:05.0-usb-0:\(index + 1)", connection: connection)
        })
      return try await body(machine)
    }
  }

  private init(guest: Guest, output: Conversation, monitor: Conversation, sockets: [USBSocket]) throws {
    self.guest = guest
    self.output = output
    self.monitor = monitor
    self.sockets = sockets
    try monitor.say(#"{"execute": "qmp_capabilities"}"#)
  }

  /// Pulls or plugs the network cable.
  func connectNetwork(_ isConnected: Bool) async throws {
    try monitor.say(#"{"execute": "set_link", "arguments": {"name": "network", "up": \#(isConnected)}, "id": 1}"#)
    _ = try await monitor.line { $0.contains(#""id": 1"#) }
  }

  /// Ends the agent that a test has left behind and pulls all that is plugged in.
  func tidy() async throws {
    try await connectNetwork(true)
    for socket in sockets { try socket.perform(atOnce: [.unplug]) }
    try await guest.run("kill -KILL $agent 2>/dev/null; wait $agent; true")
    // Roots are called usb1 and 1-0:1.0, what is plugged into them 1-1.
    try await guest.awaits("! ls /sys/bus/usb/devices | grep -q -- -[1-9]")
    try await guest.run("udevadm settle")
  }

  /// QEMU with an emulated processor: a KVM is not everywhere, and where it is, it may be one that boots no such kernel.
  /// It is a single one: where this computer is busy, the scanners stand still with the agent that reads them.
  private static func command(_ image: Image, in folder: String) -> [String] {
    [
      "qemu-system-x86_64", "-machine", "q35", "-accel", "tcg", "-cpu", "max", "-smp", "1", "-m", "768",
      "-nodefaults", "-display", "none", "-no-reboot", "-kernel", image.kernel, "-initrd", image.initrd,
      "-append", "console=ttyS0 net.ifnames=0 panic=-1", "-serial", "file:\(image.log)",
      "-chardev", "socket,id=monitor,path=\(folder)/monitor", "-mon", "chardev=monitor,mode=control",
      "-netdev", "user,id=network", "-device", "virtio-net-pci,id=card,netdev=network", "-device", "virtio-serial-pci",
      "-device", "qemu-xhci,id=xhci,addr=5",
    ]
      + ["control", "agent"].flatMap {
        ["-chardev", "socket,id=\($0),path=\(folder)/\($0)", "-device", "virtserialport,chardev=\($0),name=\($0)"]
      }
      + (1...4).flatMap {
        [
          "-chardev", "socket,id=usb\($0),path=\(folder)/usb\($0)",
          "-device", "usb-redir,chardev=usb\($0),bus=xhci.0,port=\($0)",
        ]
      }
  }
}

/// QEMU did not start.
struct NoMachine: Error {
  let reason: any Error
  let said: String
}
