import Doctor
import Station
import Testing

@Suite("A diagnosis") struct DiagnosisTests {
  private let checks: [Check] = [
    .trouble("key", "there is none", next: "put one"), .ok("scanner", "held"), .skipped("journal", "not ours to read"),
    .warning("clock", "drifts", next: "sudo timedatectl set-ntp true"), .ok("DNS", "known"),
  ]

  @Test("tells the worst last, each with the next command, and counts them")
  func lines() {
    #expect(
      Diagnosis(checks).lines == [
        "ok       scanner  held",
        "ok       DNS      known",
        "not seen journal  not ours to read",
        "warning  clock    drifts → sudo timedatectl set-ntp true",
        "TROUBLE  key      there is none → put one",
        "1 trouble, 1 warning, 1 not seen, 2 ok",
      ])
  }

  @Test("is sound with warnings, and not with a trouble")
  func sound() {
    #expect(!Diagnosis(checks).isSound)
    #expect(Diagnosis(Array(checks.dropFirst())).isSound)
  }

  @Test("is one JSON object a check, every key present")
  func json() {
    #expect(
      Diagnosis([.ok("DNS", "known"), .warning("clock", "drifts", next: "mend")]).json.map(\.closed) == [
        #"{"type":"check","subject":"DNS","state":"ok","text":"known","next":null}"#,
        #"{"type":"check","subject":"clock","state":"warning","text":"drifts","next":"mend"}"#,
      ])
  }
}

extension [Check] {
  /// What was looked at and how it is: `scanner ok`.
  var states: [String] { map { "\($0.subject) \($0.state.rawValue)" } }
}
