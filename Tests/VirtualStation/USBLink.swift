import CUSBRedir
import Glibc
import Synchronization
import SystemPackage

/// The device's end of QEMU's `usb-redir`, by the usbredir library. It lives on one thread.
///
/// Here is what the device does by itself, in `USBLink+Answers` what it is asked.
final class USBLink {
  /// Between two steps: a scanner sends a key transition each millisecond.
  private static let pace = Duration.milliseconds(1)

  /// A transfer to the device.
  struct Transfer {
    let id: UInt64
    let header: usb_redir_bulk_packet_header
    let bytes: [UInt8]
  }

  let connection: FileDescriptor
  /// Where what the device has taken goes.
  let taken: FileDescriptor
  let parser: UnsafeMutablePointer<usbredirparser>
  private(set) var device: USBDevice?
  /// Whether QEMU has said what it can: how a plug is told depends on it.
  var isGreeted = false
  /// Interrupt endpoints that the machine polls.
  var polled: Set<UInt8> = []
  /// Bulk transfers that wait for data, by endpoint.
  var waiting: [UInt8: [UInt64]] = [:]
  /// The byte that the device stalls at.
  var stallingByte: UInt8?
  /// Bulk transfers to the device that it does not take for now.
  var stalled: [Transfer] = []
  private let clock = ContinuousClock()
  private var due: ContinuousClock.Instant
  private var isConnected = true

  init(_ connection: FileDescriptor, taken: FileDescriptor) {
    self.connection = connection
    self.taken = taken
    parser = usbredirparser_create()
    due = clock.now
    answerQuestions()
    var capabilities: UInt32 = 0
    for capability in [
      usb_redir_cap_connect_device_version, usb_redir_cap_ep_info_max_packet_size, usb_redir_cap_64bits_ids,
      usb_redir_cap_32bits_bulk_length,
    ] {
      usbredirparser_caps_set_cap(&capabilities, CInt(capability))
    }
    usbredirparser_init(parser, "scangate", &capabilities, 1, CInt(usbredirparser_fl_usb_host))
    flush()
  }

  deinit {
    usbredirparser_destroy(parser)
  }

  /// Waits for QEMU, for the time of the first step, and for `waking`, which tells that the steps have changed; then does
  /// what there is to do. False: it is over.
  func attend(_ steps: borrowing Mutex<[USBSocket.Step]>, waking: FileDescriptor) -> Bool {
    var ready = [connection, waking].map { pollfd(fd: $0.rawValue, events: Int16(POLLIN), revents: 0) }
    let isStepReady = steps.withLock { $0.first.map(mayHappen) ?? false }
    poll(&ready, 2, isStepReady ? milliseconds(to: due) : -1)
    if ready[0].revents != 0, usbredirparser_do_read(parser) != 0 { isConnected = false }
    if ready[1].revents != 0 {
      let count = withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { try? waking.read(into: $0) }
      if count ?? 0 == 0 { isConnected = false }
    }
    let step = steps.withLock { steps in
      steps.first.map(mayHappen) ?? false && clock.now >= due ? steps.removeFirst() : nil
    }
    if let step {
      due = clock.now + Self.pace
      perform(step)
    }
    flush()
    return isConnected
  }

  /// Rounded up.
  private func milliseconds(to time: ContinuousClock.Instant) -> CInt {
    CInt(max(0, ((time - clock.now) / .milliseconds(1)).rounded(.up)))
  }

  /// Whether the machine is ready for it.
  private func mayHappen(_ step: USBSocket.Step) -> Bool {
    guard case .send(_, let endpoint) = step else { return isGreeted }
    return polled.contains(endpoint) || waiting[endpoint]?.isEmpty == false
  }

  private func perform(_ step: USBSocket.Step) {
    switch step {
    case .plug(let device):
      self.device = device
      stallingByte = nil
      introduce(device)
    case .unplug where device == nil: break
    case .unplug:
      device = nil
      forgetTransfers()
      usbredirparser_send_device_disconnect(parser)
    case .send(let bytes, let endpoint): send(bytes, from: endpoint)
    case .stall(let byte):
      stallingByte = byte
      guard byte == nil else { break }
      for transfer in stalled { take(transfer) }
      stalled = []
    case .rest(let duration): due = clock.now + duration
    case .tell(let call): call()
    }
  }

  func forgetTransfers() {
    polled = []
    waiting = [:]
    stalled = []
  }

  private func flush() {
    while isConnected, usbredirparser_has_data_to_write(parser) > 0 {
      if usbredirparser_do_write(parser) != 0 { isConnected = false }
    }
  }

  private func introduce(_ device: USBDevice) {
    var interfaces = usb_redir_interface_info_header()
    interfaces.interface_count = UInt32(device.interfaces.count)
    var endpoints = usb_redir_ep_info_header()
    for index in 0..<32 { set(&endpoints.type, at: index, to: UInt8(usb_redir_type_invalid)) }
    // Endpoint 0, both ways.
    for index in [0, 16] { set(&endpoints.type, at: index, to: UInt8(usb_redir_type_control)) }
    for (number, interface) in device.interfaces.enumerated() {
      set(&interfaces.interface, at: number, to: UInt8(number))
      set(&interfaces.interface_class, at: number, to: interface.kind.0)
      set(&interfaces.interface_subclass, at: number, to: interface.kind.1)
      set(&interfaces.interface_protocol, at: number, to: interface.kind.2)
      for endpoint in interface.endpoints {
        let index = Int(endpoint.address & 0x80) >> 3 | Int(endpoint.address & 0x0F)
        set(&endpoints.type, at: index, to: endpoint.kind.rawValue)
        set(&endpoints.interval, at: index, to: endpoint.interval)
        set(&endpoints.interface, at: index, to: UInt8(number))
        set(&endpoints.max_packet_size, at: index, to: endpoint.size)
      }
    }
    usbredirparser_send_interface_info(parser, &interfaces)
    usbredirparser_send_ep_info(parser, &endpoints)
    var connect = usb_redir_device_connect_header(
      speed: UInt8(usb_redir_speed_full), device_class: device.kind.0, device_subclass: device.kind.1,
      device_protocol: 0, vendor_id: device.vendor, product_id: device.product, device_version_bcd: device.version)
    usbredirparser_send_device_connect(parser, &connect)
  }

  /// Swift has the arrays of a C structure as tuples.
  private func set<Table, Value: FixedWidthInteger>(_ table: inout Table, at index: Int, to value: Value) {
    withUnsafeMutableBytes(of: &table) {
      $0.storeBytes(of: value, toByteOffset: index * MemoryLayout<Value>.stride, as: Value.self)
    }
  }

  private func send(_ bytes: [UInt8], from endpoint: UInt8) {
    var bytes = bytes
    if let id = waiting[endpoint]?.removeFirst() {
      var header = usb_redir_bulk_packet_header()
      header.endpoint = endpoint
      header.length = UInt16(bytes.count)
      usbredirparser_send_bulk_packet(parser, id, &header, &bytes, CInt(bytes.count))
    } else {
      var header = usb_redir_interrupt_packet_header(
        endpoint: endpoint, status: UInt8(usb_redir_success), length: UInt16(bytes.count))
      usbredirparser_send_interrupt_packet(parser, 0, &header, &bytes, CInt(bytes.count))
    }
  }
}
