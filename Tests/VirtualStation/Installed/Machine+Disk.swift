import Foundation
import SystemPackage

extension Image {
  /// What is missing on this computer to install a package; nil: it can be done.
  static var missingForPackage: String? {
    guard ProcessInfo.processInfo.environment["SCANGATE_PROGRAM"] != nil else {
      return "a package's program carries Swift's libraries within it: SCANGATE_PROGRAM=$(config/build)"
    }
    return missing ?? missing(debian)
  }

  /// An installed station's: a Debian with systemd on the disk at this socket, and what an administrator comes with on a
  /// second one.
  init(diskAt socket: String) {
    initrd = Self.cache + "/installed-initrd"
    log = Self.cache + "/installed-console.log"
    // What a station has no use for, and the processor, emulated, feels.
    let idle = ["serial-getty@ttyS0", "e2scrub_reap", "systemd-update-utmp", "systemd-update-utmp-runlevel"]
    parameters = ["quiet", "systemd.show_status=0"] + idle.map { "systemd.mask=\($0).service" }
    hardware = [
      "-blockdev", "driver=nbd,node-name=disk,server.type=unix,server.path=\(socket)", "-device",
      "virtio-blk-pci,drive=disk",
      "-drive", "file=\(Self.cache)/delivery.ext4,format=raw,if=virtio,readonly=on",
    ]
  }
}

extension Machine {
  /// Boots from this disk, and runs while `body` uses it; then its power fails, and the disk's with it.
  static func boot<Result: Sendable>(
    from disk: Disk, with devices: [USBDevice] = [], _ body: (Machine) async throws -> Result
  ) async throws -> Result {
    let socket = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString.prefix(8))").path
    let listener = try Listener(at: socket)
    defer { try? FileManager.default.removeItem(atPath: socket) }
    let (idle, post) = AsyncStream.makeStream(of: Void.self)
    Thread.detachNewThread {
      defer { post.finish() }
      guard let connection = try? listener.accept() else { return }
      // It ends as the machine does.
      try? DiskLink(connection: connection, disk: disk).serve()
      try? connection.close()
    }
    let result = try await boot(Image(diskAt: socket), with: devices, body)
    for await _ in idle {}
    try disk.cutPower()
    return result
  }
}
