import SystemPackage

/// The disk's end of the cable: QEMU's `nbd` in the few words that it needs.
///
/// The protocol is the nbd project's: `doc/proto.md`.
struct DiskLink {
  private enum Option {
    static let exportName: UInt32 = 1
    static let go: UInt32 = 7
  }

  private enum Answer {
    static let acknowledged: UInt32 = 1
    static let info: UInt32 = 3
    static let unsupported: UInt32 = 1 << 31 | 1
  }

  private enum Command {
    static let read: UInt16 = 0
    static let write: UInt16 = 1
    static let disconnect: UInt16 = 2
    static let flush: UInt16 = 3
  }

  /// The disk has flags, flushes, and writes through where a request says so (FUA).
  private static let flags: UInt16 = 1 << 0 | 1 << 2 | 1 << 3
  /// Of a request: FUA.
  private static let isKept: UInt16 = 1 << 0
  private static let invalid: UInt32 = 22

  let connection: FileDescriptor
  let disk: Disk

  /// Until the machine pulls the cable, or is gone.
  func serve() throws {
    try greet()
    while try answer() {}
  }

  private func greet() throws {
    try say(Array("NBDMAGICIHAVEOPT".utf8), big(UInt16(3)))
    _ = try hear() as UInt32
    while true {
      _ = try hear() as UInt64
      let option: UInt32 = try hear()
      _ = try hear(Int(try hear() as UInt32))
      switch option {
      case Option.exportName:
        return try say(big(UInt64(disk.size)), big(Self.flags))
      case Option.go:
        try reply(to: option, Answer.info, big(UInt16(0)) + big(UInt64(disk.size)) + big(Self.flags))
        return try reply(to: option, Answer.acknowledged)
      default:
        try reply(to: option, Answer.unsupported)
      }
    }
  }

  private func reply(to option: UInt32, _ answer: UInt32, _ data: [UInt8] = []) throws {
    try say(big(0x0003_e889_0455_65a9 as UInt64), big(option), big(answer), big(UInt32(data.count)), data)
  }

  /// Does what the next request says; false: it was the last.
  private func answer() throws -> Bool {
    _ = try hear() as UInt32
    let flags: UInt16 = try hear()
    let command: UInt16 = try hear()
    let cookie: UInt64 = try hear()
    let offset = Int(try hear() as UInt64)
    let count = Int(try hear() as UInt32)
    var data: [UInt8] = []
    var failure: UInt32 = 0
    switch command {
    case Command.read: data = try disk.read(offset..<offset + count)
    case Command.write: try disk.write(try hear(count), at: offset, isKept: flags & Self.isKept != 0)
    case Command.flush: try disk.flush()
    case Command.disconnect: return false
    default: failure = Self.invalid
    }
    try say(big(0x6744_6698 as UInt32), big(failure), big(cookie), data)
    return true
  }

  private func say(_ parts: [UInt8]...) throws {
    for part in parts where !part.isEmpty { try connection.writeAll(part) }
  }

  private func hear<Number: FixedWidthInteger>() throws -> Number {
    try hear(MemoryLayout<Number>.size).reduce(0) { $0 << 8 | Number($1) }
  }

  private func hear(_ count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
      while read < count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[read...])
        let more = try connection.read(into: rest)
        guard more > 0 else { throw Errno.connectionReset }
        read += more
      }
    }
  }

  private func big(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian, Array.init)
  }
}
