import Foundation
import Settings
import Testing

@testable import Doctor
@testable import Station

/// What an installed station is made of: each file by what the others and the program say of it.
@Suite("Of what is installed") struct InstalledFilesTests {
  private let files: StagedFiles
  private let service: UnitFile
  private let screen: UnitFile

  init() throws {
    files = try StagedFiles()
    service = try files.unit(SystemdUnits.service)
    screen = try files.unit(SystemdUnits.screen)
  }

  @Test("each program that a unit runs is installed, or Debian's own")
  func programs() throws {
    for unit in try files.units {
      for program in unit.programs {
        #expect(
          files.isProgram(program) || ["/bin/sh", "/bin/systemctl"].contains(program), "\(unit.name): \(program)")
      }
      #expect(!unit.programs.isEmpty || unit.name.hasSuffix(".path"), "\(unit.name)")
    }
    #expect(service.value("ExecStart")?.hasSuffix("/scangate run") == true)
    #expect(screen.value("ExecStart")?.contains("/scangate watch ") == true)
  }

  @Test("the service is reloaded by the signal that the agent takes, and its lights are dark after any end")
  func ends() {
    #expect(service.value("ExecReload")?.contains("kill -HUP $MAINPID") == true)
    // A light that is away is no failure.
    #expect(service.value("ExecStopPost") == "-/usr/bin/scangate indicator safe")
    #expect(service.value("Restart") == "on-failure")
    // However often it ended.
    #expect(service.value("StartLimitIntervalSec") == "0")
  }

  @Test("the watchdog waits for what may take its time: a token sets out in each half of it")
  func times() throws {
    #expect(service.value("Type") == "notify")
    #expect(try service.seconds("WatchdogSec") / 2 > LaneRules.recordingLimit)
    // READY comes with the first answer, for which an administrator may allow half a minute.
    #expect(try service.seconds("TimeoutStartSec") > .seconds(30))
  }

  @Test("the key is the file that the service is given, its path unit watches, doctor looks at and people are told")
  func key() throws {
    let (credential, file) = (Settings.APIKey.credential, KeyFacts.serviceFile)
    #expect(service.value("LoadCredential") == "\(credential):\(file)")
    #expect(service.value("SetCredential")?.hasPrefix("\(credential):") == true)
    let watch = try files.unit("scangate-key.path")
    #expect(watch.value("PathChanged") == file)
    #expect(try files.unit("scangate-key.service").value("ExecStart")?.hasSuffix(" \(service.name)") == true)
    let put = "sudo install -m 600 /dev/stdin \(file)"
    for told in ["debian/postinst", "../README.md"] {
      #expect(try String(contentsOfFile: "\(shipped)/\(told)", encoding: .utf8).contains(put), "\(told)")
    }
    let manual = try String(contentsOfFile: "\(shipped)/scangate.8", encoding: .utf8).replacing("\\-", with: "-")
    #expect(manual.contains(put))
  }

  @Test("the udev rules give every device of ours to a group that the service is in, and doctor looks for that one")
  func groups() throws {
    let rules = try RuleFileFacts.names.map { try files.text("/usr/lib/udev/rules.d/\($0)") }.joined()
    let given = Set(rules.matches(of: /(?m)^[^#\n]*GROUP="([^"]+)"/).map { String($0.1) })
    let own = Set(service["Group"] + service["SupplementaryGroups"])
    #expect(given.subtracting(["root"]) == own)
    #expect(own.contains(NodeRights.serviceGroup))
    let inhibition = try files.text("/usr/share/scangate/udev-rules/66-scangate-inhibit.rules")
    for group in inhibition.matches(of: /chgrp (\w+)/) { #expect(own.contains(String(group.1))) }
    let user = try #require(service.value("User"))
    #expect(try files.text("/usr/lib/sysusers.d/scangate.conf").contains("\nu \(user) "))
    #expect(screen.value("User") == user && screen["Group"] == service["Group"])
  }

  @Test("the agent's folders are where the program looks for its journal and its socket")
  func folders() throws {
    let state = try #require(service.value("StateDirectory"))
    #expect(Configuration(hostName: "").journal.path.hasPrefix("/var/lib/\(state)/"))
    let runtime = try #require(service.value("RuntimeDirectory"))
    #expect(AgentSocketPath.standard(["RUNTIME_DIRECTORY": "/run/\(runtime)"]) == AgentSocketPath.standard([:]))
    // Who is in the group may watch, and nobody else.
    #expect(service.value("RuntimeDirectoryMode") == "0750")
    #expect(files.has("/etc/scangate/scangate.yaml"))
  }

  @Test("the screen has the console in place of the login")
  func console() throws {
    let console = try #require(screen.value("TTYPath")?.replacing("/dev/", with: ""))
    #expect(SystemdUnits.login == "getty@\(console).service")
    #expect(screen["Conflicts"].contains(SystemdUnits.login))
    // Started before the login ends, both would have it.
    #expect(screen["After"].contains(SystemdUnits.login) && screen["After"].contains(service.name))
    #expect(screen.value("StandardInput") == "tty" && screen.value("Restart") == "always")
  }

  @Test("the package's scripts start and stop the units that there are, and every one that comes with the boot")
  func scripts() throws {
    let names = Set(try files.units.map(\.name))
    for script in ["postinst", "prerm", "postrm"] {
      let text = try String(contentsOfFile: "\(shipped)/debian/\(script)", encoding: .utf8)
      let named = Set(text.matches(of: /scangate[a-z-]*\.(service|path)/).map { String($0.0) })
      #expect(named.isSubset(of: names), "\(script)")
      if script == "prerm" { #expect(named == names) }
    }
    for unit in try files.units where !unit["WantedBy"].isEmpty {
      #expect(unit["WantedBy"] == ["multi-user.target"], "\(unit.name)")
    }
  }

  @Test("every page that a unit or the package names is there")
  func documents() throws {
    #expect(files.has("/usr/share/man/man8/scangate.8.gz"))
    for unit in try files.units { #expect(unit["Documentation"] == ["man:scangate(8)"], "\(unit.name)") }
    let readme = try String(contentsOfFile: "\(shipped)/../README.md", encoding: .utf8)
    let named =
      try files.text("/etc/scangate/scangate.yaml") + readme + files.text("/usr/share/doc/scangate/examples/gate.yaml")
    let paths = named.matches(of: /\/usr\/share\/[a-z\/.-]+[a-z]/).map { String($0.0) }
    #expect(!paths.isEmpty && paths.allSatisfy(files.has), "\(paths)")
  }
}
