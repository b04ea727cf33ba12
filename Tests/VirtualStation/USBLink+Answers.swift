import CUSBRedir
import Foundation
import Glibc
import SystemPackage

extension USBLink {
  /// Has the library call back here for what the machine asks.
  func answerQuestions() {
    parser.pointee.priv = Unmanaged.passUnretained(self).toOpaque()
    parser.pointee.log_func = { _, level, text in
      guard level <= CInt(usbredirparser_warning), let text else { return }
      FileHandle.standardError.write(Data("\(String(cString: text))\n".utf8))
    }
    parser.pointee.hello_func = { link, _ in of(link) { $0.isGreeted = true } }
    parser.pointee.read_func = { link, bytes, count in
      of(link) { link in
        let read = recv(link.connection.rawValue, bytes, Int(count), CInt(MSG_DONTWAIT))
        if read > 0 { return CInt(read) }
        return read < 0 && errno == EAGAIN ? 0 : -1
      }
    }
    parser.pointee.write_func = { link, bytes, count in
      of(link) { CInt(write($0.connection.rawValue, bytes, Int(count))) }
    }
    parser.pointee.reset_func = { of($0) { $0.forgetTransfers() } }
    parser.pointee.set_configuration_func = { link, id, asked in
      let configuration = asked?.pointee.configuration ?? 0
      of(link) { $0.configure(configuration, id) }
    }
    parser.pointee.start_interrupt_receiving_func = { link, id, asked in
      guard let endpoint = asked?.pointee.endpoint else { return }
      of(link) { $0.poll(endpoint, true, id) }
    }
    parser.pointee.stop_interrupt_receiving_func = { link, id, asked in
      guard let endpoint = asked?.pointee.endpoint else { return }
      of(link) { $0.poll(endpoint, false, id) }
    }
    parser.pointee.control_packet_func = { link, id, header, data, _ in
      guard let header = header?.pointee else { return }
      of(link) { link in
        link.answer(header, id)
        usbredirparser_free_packet_data(link.parser, data)
      }
    }
    parser.pointee.bulk_packet_func = { link, id, header, data, count in
      guard let header = header?.pointee else { return }
      let bytes = Array(UnsafeBufferPointer(start: data, count: Int(count)))
      of(link) { link in
        link.transfer(Transfer(id: id, header: header, bytes: bytes))
        usbredirparser_free_packet_data(link.parser, data)
      }
    }
    parser.pointee.cancel_data_packet_func = { link, id in
      of(link) { $0.cancel(id) }
    }
  }

  private func configure(_ configuration: UInt8, _ id: UInt64) {
    forgetTransfers()
    var status = usb_redir_configuration_status_header(
      status: UInt8(usb_redir_success), configuration: configuration)
    usbredirparser_send_configuration_status(parser, id, &status)
  }

  private func poll(_ endpoint: UInt8, _ isPolled: Bool, _ id: UInt64) {
    if isPolled { polled.insert(endpoint) } else { polled.remove(endpoint) }
    var status = usb_redir_interrupt_receiving_status_header(status: UInt8(usb_redir_success), endpoint: endpoint)
    usbredirparser_send_interrupt_receiving_status(parser, id, &status)
  }

  private func answer(_ header: usb_redir_control_packet_header, _ id: UInt64) {
    var header = header
    let request = USBDevice.Request(
      type: header.requesttype, code: header.request, value: header.value, index: header.index)
    // What is written, such as the lamps of a keyboard, is taken.
    guard request.reads else {
      header.status = UInt8(usb_redir_success)
      return usbredirparser_send_control_packet(parser, id, &header, nil, 0)
    }
    let answer = device?.answer(to: request)
    var bytes = Array((answer ?? []).prefix(Int(header.length)))
    header.status = UInt8(answer == nil ? usb_redir_stall : usb_redir_success)
    header.length = UInt16(bytes.count)
    usbredirparser_send_control_packet(parser, id, &header, &bytes, CInt(bytes.count))
  }

  private func transfer(_ transfer: Transfer) {
    let endpoint = transfer.header.endpoint
    if endpoint & 0x80 != 0 {
      waiting[endpoint, default: []].append(transfer.id)
    } else if !stalled.isEmpty || transfer.bytes.contains(where: { $0 == stallingByte }) {
      stalled.append(transfer)
    } else {
      take(transfer)
    }
  }

  func take(_ transfer: Transfer) {
    _ = try? taken.writeAll(transfer.bytes)
    end(transfer.id, transfer.header, as: usb_redir_success, count: transfer.bytes.count)
  }

  private func cancel(_ id: UInt64) {
    for (endpoint, ids) in waiting where ids.contains(id) {
      waiting[endpoint] = ids.filter { $0 != id }
      var header = usb_redir_bulk_packet_header()
      header.endpoint = endpoint
      end(id, header, as: usb_redir_cancelled, count: 0)
    }
    for transfer in stalled where transfer.id == id {
      stalled.removeAll { $0.id == id }
      end(id, transfer.header, as: usb_redir_cancelled, count: 0)
    }
  }

  private func end(_ id: UInt64, _ header: usb_redir_bulk_packet_header, as status: Int, count: Int) {
    var header = header
    header.status = UInt8(status)
    header.length = UInt16(count)
    usbredirparser_send_bulk_packet(parser, id, &header, nil, 0)
  }
}

/// The link that a call of the library is for: its parser, and with it the pointer, goes with it.
private func of<Result>(_ pointer: UnsafeMutableRawPointer?, _ body: (USBLink) -> Result) -> Result {
  body(Unmanaged<USBLink>.fromOpaque(pointer.unsafelyUnwrapped).takeUnretainedValue())
}
