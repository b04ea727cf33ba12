import ArgumentParser
import Gating
import Scanning
import Settings
import Station
import TofuPilot

/// `check`: verdicts for a script, one after the other.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell the verdict of each serial number, in order.",
    discussion: "Exits 0 if all are PASS, 2 if any is NO VERDICT, else 1."
  )

  @OptionGroup var options: ConfigurationOptions
  @Flag(help: "One JSON object a line.") var json = false
  @Argument(help: "Serial numbers; those that begin with a dash after --.") var serials: [String]

  func run() async throws {
    let loaded = try options.load()
    let gate = loaded.configuration.gate
    let client = try loaded.client()
    let enquiry = Enquiry(client: client, gate: gate, deadline: loaded.configuration.api.deadline)
    let console = Console()
    var exitCode = ExitCode.success
    for text in serials {
      let record = await verdict(on: text, loaded, enquiry)
      console.write(line: json ? record.json.closed : record.line)
      switch record.verdict.answer {
      case .pass: break
      case .fail where exitCode == .success: exitCode = .failure
      case .fail: break
      case .noVerdict: exitCode = ExitCode(2)
      }
    }
    await console.flush()
    client.shutdown()
    throw exitCode
  }

  private func verdict(
    on text: String, _ loaded: LoadedConfiguration, _ enquiry: Enquiry
  ) async -> VerdictRecord {
    let gate = loaded.configuration.gate
    let read = SystemClock.monotonic
    var record = VerdictRecord(
      at: SystemClock.utc, station: loaded.configuration.station.name, lane: "check", scan: text, serialNumber: nil,
      verdict: .noVerdict(.badScan, detail: "", under: gate), shown: true, attempts: 0, latency: nil,
      configuration: loaded.hash, standIn: false)
    do throws(SerialNumberError) {
      let number = try SerialNumber(text, alphabet: gate.alphabet)
      let (answer, _) = await enquiry.ask(number)
      record.serialNumber = number
      record.verdict = answer.verdict
      record.attempts = answer.attempts
      record.status = answer.status
      record.requestTime = answer.requestTime
      record.standIn = answer.standIn
    } catch {
      record.verdict = .noVerdict(.badScan, detail: "\(error)", under: gate)
    }
    record.at = SystemClock.utc
    record.latency = SystemClock.monotonic - read
    return record
  }
}
