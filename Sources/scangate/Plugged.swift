import Devices
import Glibc

/// What udev knows to be plugged in now.
enum Plugged {
  static let none =
    "no input device at all: plug a scanner in; in a container or a virtual machine, hand it through"

  /// Every node through which a scanner could speak, those too that udevd still works on.
  static func nodes() throws(Problem) -> [ScannerDevice] {
    do throws(DeviceError) {
      return try UdevContext().nodes(onlyReady: false)
    } catch {
      throw .failure("\(error)")
    }
  }

  /// The scanners that have no node among these.
  static func silentScanners(besides devices: [ScannerDevice]) throws(Problem) -> [SilentScanner] {
    do throws(DeviceError) {
      return try UdevContext().silentScanners().filter { scanner in !devices.contains { $0.plug == scanner.plug } }
    } catch {
      throw .failure("\(error)")
    }
  }
}
