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
  let image: Image
  let guest: Guest
  let sockets: [USBSocket]
  /// Where the agent's standard output comes.
  let output: Conversation
  /// At its serial port.
  let light: SerialLight
  private let monitor: Conversation

  /// The machine of the running suite.
  @TaskLocal static var current: Machine?

  /// Boots, and runs while `body` uses it; then its power fails.
  ///
  /// - Parameters:
  ///   - devices: what is plugged in by then, one in each socket.
  ///   - api: where an agent that starts by itself finds it.
  static func boot<Result: Sendable>(
    _ image: Image, with devices: [USBDevice] = [], api: String? = nil, _ body: (Machine) async throws -> Result
  ) async throws -> Result {
    // A QEMU that is gone is told by what it no longer says.
    signal(SIGPIPE, SIG_IGN)
    let folder = FileManager.default.temporaryDirectory.appending(path: "station-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let listeners = try ["control", "agent", "monitor", "light", "usb1", "usb2", "usb3", "usb4"].map {
      try Listener(at: "\(folder)/\($0)")
    }
    return try await tethered(command(image, api: api, in: folder)) { qemu in
      let connections = try listeners.map { listener in
        do { return try listener.accept() } catch { throw NoMachine(reason: error, said: qemu.unread) }
      }
      let talks = connections[..<4].map(Conversation.init)
      let sockets = try connections[4...].enumerated().map { index, connection in
        try USBSocket(port: "pci-0000:00:05.0-usb-0:\(index + 1)", connection: connection)
      }
      for (socket, device) in zip(sockets, devices) { try socket.perform([.plug(device)]) }
      let machine = try await Machine(
        image: image, guest: Guest(at: talks[0]), output: talks[1], monitor: talks[2],
        light: SerialLight(wire: talks[3], number: 1), sockets: sockets)
      return try await body(machine)
    }
  }

  private init(
    image: Image, guest: Guest, output: Conversation, monitor: Conversation, light: SerialLight, sockets: [USBSocket]
  ) throws {
    self.image = image
    self.guest = guest
    self.output = output
    self.monitor = monitor
    self.light = light
    self.sockets = sockets
    try monitor.say(#"{"execute": "qmp_capabilities"}"#)
  }

  /// Pulls or plugs the network cable.
  func connectNetwork(_ isConnected: Bool) async throws {
    try await change("set_link", #"{"name": "network", "up": \#(isConnected)}"#, until: #""id": 1"#)
  }

  /// Pulls the light's adapter.
  func pullLight() async throws {
    try await change("device_del", #"{"id": "light"}"#, until: "DEVICE_DELETED")
  }

  /// Plugs the light's adapter in again.
  func plugLight() async throws {
    let device = #"{"driver": "usb-serial", "id": "light", "chardev": "light", "bus": "xhci.0", "port": "5"}"#
    try await change("device_add", device, until: #""id": 1"#)
  }

  private func change(_ command: String, _ arguments: String, until sign: String) async throws {
    try monitor.say(#"{"execute": "\#(command)", "arguments": \#(arguments), "id": 1}"#)
    _ = try await monitor.line { $0.contains(sign) }
  }

  /// Ends the agent that a test has left behind, pulls all scanners, and takes out the rules that it has added.
  func tidy() async throws {
    try await connectNetwork(true)
    for socket in sockets { try socket.perform(atOnce: [.unplug]) }
    try await guest.run("kill -KILL $agent 2>/dev/null; wait $agent; true")
    if try await guest.attempt("[ -e /sys/bus/usb/devices/1-5 ]").status != 0 { try await plugLight() }
    try await guest.awaits("ls /dev/ttyUSB*")
    // Roots are called usb1 and 1-0:1.0, what is plugged into them 1-1; the light 1-5.
    try await guest.awaits("! ls /sys/bus/usb/devices | grep -q -- -[1-4]")
    try await guest.run("cd /etc/udev/rules.d && rm -f 65-scangate-local.rules 66-*; cd /; udevadm control --reload")
    try await tellLightAnew()
  }

  /// Has udev apply its rules to the light, as they are now.
  func tellLightAnew(by action: String = "change") async throws {
    try await guest.run(
      "udevadm trigger --action=\(action) --sysname-match='ttyUSB*' --sysname-match=1-5; udevadm settle")
  }

  /// QEMU with an emulated processor: a KVM is not everywhere, and where it is, it may be one that boots no such kernel.
  /// It is a single one: where this computer is busy, the scanners stand still with the agent that reads them.
  private static func command(_ image: Image, api: String?, in folder: String) -> [String] {
    let parameters =
      ["console=ttyS0", "net.ifnames=0", "panic=-1"] + image.parameters + (api.map { ["API=\($0)"] } ?? [])
    return [
      "qemu-system-x86_64", "-machine", "q35", "-accel", "tcg", "-cpu", "max", "-smp", "1", "-m", "768",
      "-nodefaults", "-display", "none", "-no-reboot", "-kernel", image.kernel, "-initrd", image.initrd,
      "-append", parameters.joined(separator: " "), "-serial", "file:\(image.log)",
      "-chardev", "socket,id=monitor,path=\(folder)/monitor", "-mon", "chardev=monitor,mode=control",
      "-netdev", "user,id=network", "-device", "virtio-net-pci,id=card,netdev=network", "-device", "virtio-serial-pci",
      "-device", "qemu-xhci,id=xhci,addr=5,p2=5", "-chardev", "socket,id=light,path=\(folder)/light",
      "-device", "usb-serial,id=light,chardev=light,bus=xhci.0,port=5",
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
      + image.hardware
  }
}

/// QEMU did not start.
struct NoMachine: Error {
  let reason: any Error
  let said: String
}
