import Testing

extension InstalledStation {
  @Suite struct InstallTests {
    @Test(
      "a package: installed, it asks for the key; then it works, is reloaded, upgraded and purged, and nothing is left")
    func package() async throws {
      let machine = try #require(Machine.current)
      let ledger = Ledger(of: "package")
      let service = Service(on: machine, ledger)
      try await bare(machine)
      let before = try await files(of: machine)
      try await standInOfShift { url in
        let said = try await service.install()
        #expect(said.contains("sudo install -m 600 /dev/stdin /etc/scangate/api-key"))
        try await service.configure(for: url)
        try await service.give(key: "demo")
        try service.scanner.plug()
        try await service.watch()
        try await service.scanThree()
        let told = try await machine.guest.run("journalctl --unit scangate --output cat")
        #expect(told.contains("SN-0") && !told.contains("Failed"), "\(told)")

        try await service.configure(for: url, "station: {name: renamed}\ngate: {two_labels: 0s}")
        try await machine.guest.run("systemctl reload scangate")
        try await service.station(is: "reloaded")
        try await service.scanThree()

        try await service.install(revision: 2)
        #expect(try await machine.guest.run("cat /etc/scangate/scangate.yaml").contains("renamed"))
        try await service.watch()
        try await service.scanThree()
        try await service.audit()

        try await machine.guest.run("systemctl enable --now scangate-screen")
        try await machine.guest.awaits("! grep -qF login: /dev/vcs1")
        try await machine.guest.run("dpkg --purge scangate")
        try await service.console(says: "login:")
      }
      #expect(try await files(of: machine) == before)
      #expect(try await machine.guest.run("getent passwd scangate; getent group scangate; true") == "")
      print(ledger)
    }

    @Test("config/install: again changes nothing, out it leaves the site's own, purged nothing")
    func withoutPackage() async throws {
      let machine = try #require(Machine.current)
      try await bare(machine)
      let before = try await files(of: machine)
      let install = "/mnt/config/install --binary /mnt/scangate"
      let said = try await machine.guest.run(install)
      #expect(said.contains("sudo install -m 600 /dev/stdin /etc/scangate/api-key"))
      let installed = try await files(of: machine).filter { !$0.hasPrefix("/var/lib/scangate") }
      try await machine.guest.run("echo '# ours' >>/etc/scangate/scangate.yaml; \(install)")
      #expect(try await files(of: machine).filter { !$0.hasPrefix("/var/lib/scangate") } == installed)
      #expect(try await machine.guest.run("tail -n 1 /etc/scangate/scangate.yaml") == "# ours")

      try await machine.guest.run("/mnt/config/install --uninstall")
      #expect(try await machine.guest.attempt("systemctl is-active scangate").status != 0)
      let kept = try await files(of: machine).subtracting(before)
      #expect(kept.allSatisfy { $0.hasPrefix("/etc/scangate") || $0.hasPrefix("/var/lib/scangate") }, "\(kept)")
      #expect(kept.contains("/etc/scangate/scangate.yaml"))
      try await machine.guest.run("/mnt/config/install --uninstall --purge")
      #expect(try await files(of: machine) == before)
    }

    /// Takes out what another test has installed.
    private func bare(_ machine: Machine) async throws {
      try await machine.guest.run("systemctl stop monitor; dpkg --purge scangate 2>&1")
    }

    /// All that is on the disk, but for what systemd and dpkg write of their own.
    private func files(of machine: Machine) async throws -> Set<String> {
      let own = "^/(var/log|var/lib/dpkg|var/cache|var/lib/systemd|tmp|var/tmp|root)(/|$)"
      let paths = try await machine.guest.run("find / -xdev | grep -Ev '\(own)'")
      return Set(paths.split(separator: "\n").map(String.init))
    }
  }
}
