import ArgumentParser
import Journal

/// `journal verify`: whether the chain of entries is whole.
struct JournalVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Follow the chain of entries, and tell the first that was changed or is missing.",
    discussion: """
      Whoever may write the file could write all of it anew, or cut its end off: a head that was written down elsewhere, \
      and --expect, show that.
      Exits 1 if the journal is not intact, or not the one that the head is of.
      """
  )

  @OptionGroup var journal: JournalOptions
  @Option(help: "A head that was printed before: NUMBER:HASH.") var expect: ChainHead?

  func run() throws {
    let reader = try journal.reader()
    let report = try reader.verify()
    if let fault = report.fault {
      print("journal \(reader.path): NOT INTACT: \(fault)")
      print("intact through \(report.head)")
      throw ExitCode.failure
    }
    guard let first = report.first else {
      print("journal \(reader.path): no entries yet")
      if let expect {
        throw Problem.failure("entry \(expect.sequence) is not there: the journal was emptied or replaced")
      }
      return
    }
    print("journal \(reader.path): intact, entries \(first) to \(report.head.sequence)")
    print("head \(report.head)")
    guard let expect else {
      return print("Keep it elsewhere. Later: scangate journal verify --expect \(report.head)")
    }
    try tell(reader.compare(with: expect, first: first), of: expect)
  }

  private func tell(_ comparison: JournalReader.Comparison, of head: ChainHead) throws {
    let entry = "entry \(head.sequence)"
    switch comparison {
    case .same: print("\(entry) is the one that was expected: nothing up to it was changed")
    case .dropped:
      throw Problem.failure("\(entry) was dropped by journal.keep and cannot be compared: keep a later head")
    case .cutOff:
      throw Problem.failure("\(entry) is not there: the journal's end was cut off, or it is an older copy")
    case .other:
      throw Problem.failure("\(entry) is not the one that was expected: the journal was written anew or replaced")
    }
  }
}

extension ChainHead: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}
