import ArgumentParser
import Gating
import Journal
import Scanning
import Station

/// `journal show`: one entry at full length.
struct JournalShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Tell everything of one verdict, with the rule as it was written then.",
    discussion: "A number of digits alone is an entry's; with --serial it is a unit's."
  )

  @OptionGroup var journal: JournalOptions
  @Flag(help: "The argument is a serial number.") var serial = false
  @Argument(help: "An entry's number, or a serial number, whose latest verdict is told.") var entry: String

  func run() throws {
    let reader = try journal.reader()
    if !serial, let sequence = Int64(entry) {
      guard let read = try reader.read(sequence) else {
        let head = try reader.head().sequence
        throw Problem.failure(
          "no entry \(sequence): the latest is \(head); a unit of that number: scangate journal show --serial \(sequence)"
        )
      }
      return print(try EntryAccount(of: read, in: reader).lines)
    }
    let sequences = try sequences(in: reader)
    guard let last = sequences.last, let read = try reader.read(last) else {
      throw Problem.failure("no verdict on \(entry.quoted) is recorded: scangate journal list")
    }
    print(try EntryAccount(of: read, in: reader).lines)
    let others = sequences.dropLast().suffix(10).map(String.init).joined(separator: ", ")
    if !others.isEmpty { print(["", "entries of this number before: \(others)"]) }
  }

  private func sequences(in reader: JournalReader) throws(JournalError) -> [Int64] {
    var pages = try EntryPages(of: EntryFilter(serialNumber: entry), latest: 11, in: reader)
    return try pages.next(in: reader).map(\.entry.sequence)
  }

  private func print(_ lines: [String]) {
    _ = Printout.write(lines)
  }
}
