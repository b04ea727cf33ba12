import Doctor
import Glibc
import Testing

@Suite("The machine, looked at") struct MachineFactsTests {
  @Test(
    "the clock is ok where it is kept right and agrees, and a trouble where it is seconds out",
    arguments: [
      (true, nil, .ok), (true, 0, .ok), (true, -3, .ok), (false, 0, .warning), (true, 4, .trouble),
      (true, -4, .trouble),
    ] as [(Bool, Int?, Check.State)])
  func clock(isSynchronised: Bool, lead: Int?, state: Check.State) {
    let facts = ClockFacts(isSynchronised: isSynchronised, lead: lead.map { .seconds($0) }, zone: "Europe/Berlin")
    #expect(facts.check.state == state)
  }

  @Test("a clock that is out is told which way")
  func lead() {
    #expect(ClockFacts(isSynchronised: true, lead: .seconds(90), zone: "").check.text == "90 s ahead of TofuPilot's")
    #expect(ClockFacts(isSynchronised: true, lead: .seconds(-90), zone: "").check.text == "90 s behind TofuPilot's")
  }

  /// As `systemctl show` prints several units.
  private static func shown(_ service: String, _ others: String...) -> SystemdUnits {
    SystemdUnits(parsing: (["Id=scangate.service\n" + service] + others).joined(separator: "\n\n") + "\n")
  }

  @Test(
    "the service is ok only where it runs and comes back",
    arguments: [
      ("LoadState=loaded\nActiveState=active\nUnitFileState=enabled\nNRestarts=0\nStatusText=2 lanes", .ok),
      ("LoadState=loaded\nActiveState=active\nUnitFileState=disabled", .warning),
      ("LoadState=not-found\nActiveState=inactive", .warning),
      ("LoadState=loaded\nActiveState=inactive\nUnitFileState=enabled", .trouble),
      ("LoadState=loaded\nActiveState=failed\nResult=exit-code", .trouble),
    ] as [(String, Check.State)])
  func service(shown: String, state: Check.State) {
    let check = ServiceFacts(Self.shown(shown)).check
    #expect(check.state == state)
    if state == .ok { #expect(check.text == "runs: 2 lanes") }
  }

  @Test("what the service has open is seen where it runs, and is ours")
  func seen() {
    #expect(Self.shown("MainPID=\(getpid())").isSeen(SystemdUnits.service))
    for nobody in ["MainPID=0", "MainPID=", "ActiveState=active", "MainPID=4194304"] {
      #expect(!Self.shown(nobody).isSeen(SystemdUnits.service), "\(nobody)")
    }
  }

  @Test("without systemd the service was not seen")
  func noSystemd() {
    #expect(ServiceFacts(nil).check.state == .skipped)
  }

  @Test("a login on the console is a warning, and a trouble where the operator's screen wants the console")
  func login() {
    var facts = IntruderFacts()
    #expect(facts.checks.states == ["console ok", "ModemManager ok", "brltty ok"])
    facts.hasLogin = true
    #expect(facts.checks[0].state == .warning)
    facts.hasScreen = true
    #expect(facts.checks[0].state == .trouble)
    #expect(facts.checks[0].next == "sudo systemctl disable --now getty@tty1")
  }

  @Test("ModemManager and brltty are in the way only of a port that no rule keeps them from")
  func serialPorts() {
    var facts = IntruderFacts()
    facts.hasModemManager = true
    facts.hasBrltty = true
    #expect(facts.checks.states == ["console ok", "ModemManager ok", "brltty ok"])
    facts.openPorts = ["/dev/ttyUSB0"]
    #expect(facts.checks.states == ["console ok", "ModemManager trouble", "brltty trouble"])
    #expect(facts.checks[1].text.contains("/dev/ttyUSB0"))
  }

  @Test("who runs is told by units, processes and terminals")
  func gathered() throws {
    let units = Self.shown(
      "LoadState=loaded", "Id=getty@tty1.service\nActiveState=active",
      "Id=scangate-screen.service\nActiveState=inactive\nUnitFileState=enabled")
    #expect(!units.isInstalled("getty@tty1.service"))
    let running = [try #require(RunningProcess(parsing: "712 (ModemManager) S 1 712 712 0 -1"))]
    let facts = IntruderFacts(
      units: units, running: running, ports: ["/dev/ttyUSB0", "/dev/ttyACM0"], sparedPorts: ["/dev/ttyACM0"])
    #expect(facts.hasLogin && facts.hasScreen && facts.hasModemManager && !facts.hasBrltty)
    #expect(facts.openPorts == ["/dev/ttyUSB0"])
  }

  @Test(
    "a process tells its name, brackets and all, and whether it sits on tty1",
    arguments: [
      ("9 (agetty) S 1 9 9 1025 9 4", "agetty", true), ("9 (agetty) S 1 9 9 1026 9 4", "agetty", false),
      ("9 (a) b (c)) S 1 9 9 0 -1 4", "a) b (c)", false),
    ])
  func process(line: String, name: String, isOnFirstConsole: Bool) {
    #expect(RunningProcess(parsing: line) == RunningProcess(name: name, isOnFirstConsole: isOnFirstConsole))
    #expect(RunningProcess(parsing: "nonsense") == nil)
  }
}
