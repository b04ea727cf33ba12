import Devices
import Glibc
import Testing

@Suite("A device error")
struct DeviceErrorTests {
  @Test("names the group whose members may read the node, or the rules if only root may")
  func group() throws {
    var path = Array("/tmp/scangate-node-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    try #require(file >= 0)
    defer {
      close(file)
      unlink(path)
    }
    let node = try #require(String(validating: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    let group = String(cString: try #require(getgrgid(getegid())).pointee.gr_name)

    let text = DeviceError(.open, node, code: EACCES).description
    #expect(text.hasPrefix("cannot open \(node): Permission denied; "))
    #expect(text.contains(getegid() == 0 ? "install udev-rules/" : "sudo usermod -aG \(group) USER"))
  }

  @Test("says how to find the program that holds the scanner, where we may not look")
  func busy() {
    #expect(DeviceError(.grab, "/dev/input/event7", code: EBUSY).description.contains("fuser -v /dev/input/event7"))
  }

  @Test("names the program that holds the scanner")
  func holder() throws {
    let holder = try OpenFile()
    let text = DeviceError(.grab, holder.path, code: EBUSY).description
    // A program that starts beside it may hold it too, for a moment.
    #expect(text.contains("have it open: ") && text.contains("sleep (pid \(holder.pid))"))
  }

  @Test("says what gives the right to wake a scanner that the kernel keeps silent", arguments: [EACCES, EROFS])
  func uninhibit(code: CInt) {
    let text = DeviceError(.uninhibit, "/sys/devices/input7/inhibited", code: code).description
    #expect(text.hasPrefix("cannot write /sys/devices/input7/inhibited: "))
    #expect(text.contains("66-scangate-inhibit.rules"))
    #expect(text.contains("ProtectKernelTunables="))
  }

  @Test("tells a device that is gone", arguments: [ENODEV, EIO, ENXIO, ENOENT])
  func gone(code: CInt) {
    #expect(DeviceError(.read, "/dev/input/event7", code: code).isGone)
  }

  @Test("from one that cannot be had", arguments: [EACCES, EPERM, EBUSY, EIO, EMFILE])
  func notGone(code: CInt) {
    #expect(!DeviceError(.open, "/dev/input/event7", code: code).isGone)
  }
}
