import FoundationEssentials
import Testing

extension VirtualStation {
  /// The scanners of these tests beside the agent: what the kernel makes of them.
  @Suite struct EmulationTests {
    @Test("a HID POS scanner is a hidraw node and no keyboard; its reports come as they are")
    func hidPOS() async throws {
      try await station { _, machine in
        let scanner = USBScanner(.hidPOS, in: machine.sockets[0])
        try scanner.plug()
        try await machine.guest.awaits("[ -e /dev/hidraw0 ]")
        try await machine.guest.run("udevadm settle; ! ls /dev/input/by-path | grep usb")
        try await machine.guest.run("cat /dev/hidraw0 >/tmp/reports & reader=$!")
        try await machine.guest.awaits("ls -l /proc/$reader/fd | grep -q hidraw")
        // The kernel takes no report in the first 50 ms.
        try scanner.settle()
        let text = String(repeating: "0123456789", count: 7)
        try scanner.report(text, aim: "]Q1")
        try await machine.guest.awaits("[ $(wc -c </tmp/reports) -ge 124 ]")
        let read = try await machine.guest.run("kill $reader; base64 -w 0 /tmp/reports")
        #expect(read == Data(HIDPOSReport.reports(of: text, aim: "]Q1").joined()).base64EncodedString())
      }
    }

    @Test("a CDC scanner is a serial port; its lines come as they are")
    func serialPort() async throws {
      try await station { _, machine in
        let scanner = USBScanner(.serialPort, in: machine.sockets[0])
        try scanner.plug()
        try await machine.guest.awaits("[ -e /dev/ttyACM0 ]")
        try await machine.guest.run("stty -F /dev/ttyACM0 raw -echo; cat /dev/ttyACM0 >/tmp/line & reader=$!")
        try scanner.line(Unit.passed)
        try await machine.guest.awaits("[ $(wc -c </tmp/line) -ge 15 ]")
        #expect(try await machine.guest.run("kill $reader; cat -v /tmp/line") == Unit.passed + "^M")
      }
    }
  }
}
