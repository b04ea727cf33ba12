internal import Dispatch
internal import Glibc
internal import Synchronization

/// Whether the kernel keeps an input device silent: its attribute `inhibited`, of Linux 5.11 and newer.
///
/// An opt-in rule turns it on as the device comes, so that nothing is typed before the grab.
final class Inhibition: Sendable {
  private enum Attempt: Hashable {
    case none
    case running
    case failed(CInt)
  }

  private let attribute: KernelFile
  private let attempt = Mutex(Attempt.none)

  /// - Parameter syspath: of an event node; the attribute is its input device's.
  init(ofEventNode syspath: String) {
    attribute = KernelFile(
      path: syspath.prefix(through: syspath.lastIndex(of: "/") ?? syspath.startIndex) + "inhibited")
  }

  var isOn: Bool { attribute.read()?.first == UInt8(ascii: "1") }

  /// Whether the device may speak. If not, that is being changed: ask again soon.
  func lift() throws(DeviceError) -> Bool {
    guard isOn else { return true }
    try attempt.withLock { attempt throws(DeviceError) in
      switch attempt {
      case .running: return
      case .none:
        attempt = .running
        // The kernel starts the device, which takes a USB keyboard 50 ms: no work for the reading thread.
        Self.lifting.async(execute: write)
      case .failed(let code):
        attempt = .none
        throw DeviceError(.uninhibit, attribute.path, code: code)
      }
    }
    return false
  }

  /// Ends it now, which takes the kernel tens of milliseconds.
  func end() throws(DeviceError) {
    guard isOn else { return }
    let code = attribute.write(UInt8(ascii: "0"))
    if code != 0 { throw DeviceError(.uninhibit, attribute.path, code: code) }
  }

  @Sendable private func write() {
    let code = attribute.write(UInt8(ascii: "0"))
    attempt.withLock { $0 = code == 0 ? .none : .failed(code) }
  }

  private static let lifting = DispatchQueue(label: "scangate-uninhibit")
}
