import Foundation
import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// A disk with a cache, as disks are: what was written and not flushed when the power fails is lost or not, sector by
/// sector.
///
/// QEMU's own disks keep what a killed QEMU had written, in this computer's cache: nothing would be lost but what the
/// machine had in its memory, and a journal that never asks for a flush would pass.
///
/// ```
/// writes ──► seen ──flush──► kept          power cut: each sector not flushed goes one way or the other
/// reads  ◄── seen ◄───────────────
/// ```
final class Disk: Sendable {
  /// In bytes; a write that was cut is whole or not at all by sectors.
  private static let sector = 512

  /// In bytes.
  let size: Int
  /// What the machine reads.
  private let seen: FileDescriptor
  /// What has been flushed.
  private let kept: FileDescriptor
  /// Written since the last flush, in bytes.
  private let unflushed = Mutex<[Range<Int>]>([])

  /// A copy of this image, in a folder of its own files.
  init(of image: String, in folder: String) async throws {
    let paths = ["seen", "kept"].map { "\(folder)/\($0)" }
    for path in paths {
      let copied = try await Subprocess.run(
        .name("cp"), arguments: ["--sparse=always", image, path], environment: .custom(plainEnvironment),
        output: .discarded, error: .string(limit: 4096))
      guard copied.terminationStatus.isSuccess else { throw NoImage(reason: copied.standardError) }
    }
    seen = try .open(paths[0], .readWrite, options: .closeOnExec)
    kept = try .open(paths[1], .readWrite, options: .closeOnExec)
    size = Int(try seen.seek(offset: 0, from: .end))
  }

  deinit {
    try? seen.close()
    try? kept.close()
  }

  func read(_ range: Range<Int>) throws -> [UInt8] {
    try Self.read(range, of: seen)
  }

  /// - Parameter isKept: whether it is written through (FUA).
  func write(_ bytes: [UInt8], at offset: Int, isKept: Bool) throws {
    _ = try seen.writeAll(toAbsoluteOffset: Int64(offset), bytes)
    if isKept {
      _ = try kept.writeAll(toAbsoluteOffset: Int64(offset), bytes)
    } else {
      unflushed.withLock { $0.append(offset..<offset + bytes.count) }
    }
  }

  /// Keeps what was written.
  func flush() throws {
    for range in unflushed.withLock({ ranges in
      defer { ranges = [] }; return ranges
    }) {
      try Self.copy(range, from: seen, to: kept)
    }
  }

  /// The power is gone: gives the number of sectors that were not flushed.
  @discardableResult
  func cutPower() throws -> Int {
    let sectors = unflushed.withLock { ranges in
      defer { ranges = [] }
      return Set(ranges.flatMap { $0.lowerBound / Self.sector...($0.upperBound - 1) / Self.sector })
    }
    for sector in sectors {
      let range = sector * Self.sector..<(sector + 1) * Self.sector
      if Bool.random() {
        try Self.copy(range, from: seen, to: kept)
      } else {
        try Self.copy(range, from: kept, to: seen)
      }
    }
    return sectors.count
  }

  private static func copy(_ range: Range<Int>, from: FileDescriptor, to: FileDescriptor) throws {
    _ = try to.writeAll(toAbsoluteOffset: Int64(range.lowerBound), read(range, of: from))
  }

  private static func read(_ range: Range<Int>, of file: FileDescriptor) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let read = try file.read(fromAbsoluteOffset: Int64(range.lowerBound + count), into: rest)
        guard read > 0 else { throw Errno.outOfRange }
        count += read
      }
    }
  }
}
