import Gating
package import Journal
import Scanning
import Settings

/// All that an entry tells, for somebody who has to account for it: what was scanned, when and with what, which run
/// decided by which rule, as that was written then, what was shown, and its place in the chain.
package struct EntryAccount: Sendable {
  private let read: ReadEntry
  private let previous: JournalEntry?
  /// As it was in force; nil: it is not kept.
  private let configuration: String?

  package init(of read: ReadEntry, in reader: JournalReader) throws(JournalError) {
    self.read = read
    previous = try reader.entry(read.entry.sequence - 1)
    if case .verdict(let verdict) = read.content, let hash = verdict.configuration {
      configuration = try reader.configuration(hash)
    } else {
      configuration = nil
    }
  }

  /// A line for each fact, everything that was scanned or sent escaped.
  package var lines: [String] {
    switch read.content {
    case .verdict(let verdict): facts(of: verdict).lines + ruleLines(of: verdict) + chain.lines
    case .note(let note):
      [("entry", "\(read.entry.sequence)"), ("what", note.type), ("at", note.at), ("told", note.remark)].lines
        + chain.lines
    case .unreadable:
      [
        ("entry", "\(read.entry.sequence): no longer what was recorded; scangate journal verify"),
        ("text", read.entry.payload),
      ].lines + chain.lines
    }
  }

  private func facts(of verdict: RecordedVerdict) -> [(String, String?)] {
    let unit = verdict.unit
    return [
      ("entry", "\(read.entry.sequence)"),
      ("verdict", verdict.answer.text),
      ("shown", shown(verdict)),
      ("serial number", verdict.serialNumber ?? "none"),
      ("scanned", verdict.scan),
      ("AIM identifier", verdict.symbology.identifier),
      ("scanner", verdict.scanner?.words ?? "not recorded"),
      ("at, local", "\(LocalTime(verdict.at).stamp) \(LocalTime(verdict.at).zone)"),
      ("at, UTC", verdict.at.iso8601),
      ("clock", verdict.isClockSynchronised.map { $0 ? "synchronised" : "NOT synchronised" } ?? "not recorded"),
      ("station", verdict.station), ("lane", verdict.lane), ("version", verdict.version),
    ] + verdict.reasons.map { ("reason", $0.words) } + [
      ("unit", unit.map { [$0.serialNumber, $0.part?.label, $0.part?.name].joined }),
      ("batch", unit?.batchNumber), ("sample", unit?.sample?.text), ("unit id", unit?.id),
      ("decided by", verdict.decision ?? "no run"), ("run id", verdict.run?.id),
      ("run ended", verdict.run?.endedAt?.iso8601), ("procedure id", verdict.run?.procedureID),
      ("asked", verdict.exchange), ("took", verdict.latency.map { "\($0) ms from scan to decision" }),
      ("passed before", verdict.passedBefore?.iso8601),
      ("answered by", verdict.isStandIn ? "STAND-IN: not TofuPilot" : nil),
    ]
  }

  private func shown(_ verdict: RecordedVerdict) -> String {
    guard verdict.isShown else {
      return read.isOvertaken ? "to nobody: overtaken by a newer scan" : "to nobody: no release"
    }
    let light = verdict.indicator.map { "light \([$0.indicator, $0.state, $0.signal].joined)" }
    return ["yes", light, verdict.isLate ? "before it could be recorded" : nil].compactMap(\.self)
      .joined(separator: "; ")
  }

  /// The rule as it was written then, and the lines that hold where it is silent.
  private func ruleLines(of verdict: RecordedVerdict) -> [String] {
    let head: [(String, String?)] = [
      ("rule", verdict.rule ?? "none: the gate's own lines"), ("configuration", verdict.configuration),
    ]
    guard let configuration else { return (head + [("its text", "is not kept in this journal")]).lines }
    do throws(ConfigurationError) {
      let kept = try KeptConfiguration(configuration)
      let rule = verdict.rule.map { kept.rule($0) } ?? []
      return head.lines + (rule.isEmpty ? [] : ["rule in force:"] + rule.escaped)
        + ["gate in force\(rule.isEmpty ? "" : ", where the rule is silent"):"] + kept.gateLines.escaped
    } catch {
      return head.lines + ["configuration in force:"] + configuration.split(separator: "\n").map(String.init).escaped
    }
  }

  private var chain: [(String, String?)] {
    [
      ("hash", read.entry.hash.hex),
      ("hash before", previous.map(\.hash.hex) ?? "entry \(read.entry.sequence - 1) is not there"),
    ]
  }
}

extension RecordedVerdict {
  fileprivate var exchange: String? {
    guard let attempts else { return nil }
    let times = attempts == 1 ? "once" : "\(attempts) times"
    return attempts == 0
      ? "not at all"
      : [times, status.map { "last reply \($0)" }, requestTime.map { "\($0) ms" }].joined
  }
}

extension RecordedVerdict.Reason {
  fileprivate var words: String {
    [code, detail, text.map { "> \($0)" }].joined
  }
}

extension RecordedVerdict.Device {
  fileprivate var words: String {
    [model, serial.map { "serial \($0)" }, port.map { "port \($0)" }].joined
  }
}

extension [String?] {
  fileprivate var joined: String { compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ") }
}

extension [(String, String?)] {
  /// `serial number   SN-2024-001233`; what is not known is left out.
  fileprivate var lines: [String] {
    compactMap { name, fact in
      fact.map { name + String(repeating: " ", count: Swift.max(1, 16 - name.count)) + $0.escaped() }
    }
  }
}

extension [String] {
  fileprivate var escaped: [String] { map { "  \($0.escaped())" } }
}
