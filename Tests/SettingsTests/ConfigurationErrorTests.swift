import Testing

/// All that the file may have at its top.
let keys = "watch, station, api, gate, gate_file, scanners, indicators, screen, journal, health"

@Suite struct ConfigurationErrorTests {
  @Test(
    "An error names line, column, key path, what was found and what is allowed",
    arguments: [
      // Keys.
      (
        "gate:\n  alowed_outcomes: [PASS, FAIL]",
        "2:3: gate.alowed_outcomes: unknown key; did you mean allowed_outcomes?"
      ),
      ("Gate:\n", "1:1: Gate: unknown key; did you mean gate?"),
      (
        "deadline: 5s",
        "1:1: deadline: unknown key; known are \(keys)"
      ),
      ("\"\\e[2J\": x", "1:1: \\u{1B}[2J: unknown key; known are \(keys)"),
      (
        "api:\n  key: abc",
        "2:3: api.key: unknown key; the key never stands in this file; name a file of mode 0600 as key_file"
      ),
      // Shapes.
      ("station: FINAL-3", "1:10: station: found \"FINAL-3\", expected a section of name"),
      ("station:\n  name: [a, b]", "2:9: station.name: found a list, expected a name"),
      ("station:\n  name:", "2:8: station.name: found nothing, expected a name"),
      ("screen: {bell: {a: b}}", "1:16: screen.bell: found a section, expected true or false"),
      (
        "- station: x",
        "1:1: found a list, expected a section of \(keys)"
      ),
      // Scalars are the text as written.
      ("screen: {bell: yes}", "1:16: screen.bell: found \"yes\", expected true or false"),
      ("screen: {bell: True}", "1:16: screen.bell: found \"True\", expected true or false"),
      ("station:\n  name: \"a\\eb\"", "2:9: station.name: found \"a\\u{1B}b\", expected a name"),
      // Times, sizes and numbers.
      (
        "api:\n  deadline: 5",
        "2:13: api.deadline: found \"5\", expected a time from 1s to 30s, written as 150ms, 5s, 2m, 12h or 7d"
      ),
      (
        "api:\n  deadline: 31s",
        "2:13: api.deadline: found \"31s\", expected a time from 1s to 30s, written as 150ms, 5s, 2m, 12h or 7d"
      ),
      (
        "api:\n  deadline: 5 s",
        "2:13: api.deadline: found \"5 s\", expected a time from 1s to 30s, written as 150ms, 5s, 2m, 12h or 7d"
      ),
      (
        "api:\n  deadline: 99999999999999999999d",
        """
        2:13: api.deadline: found "99999999999999999999d", expected a time from 1s to 30s, \
        written as 150ms, 5s, 2m, 12h or 7d
        """
      ),
      (
        "api:\n  deadline: 2s",
        "2:13: api.deadline: found 2s to connect in 2s for all, expected connect_timeout < deadline"
      ),
      (
        "api:\n  connect_timeout: 5s",
        "2:20: api.connect_timeout: found 5s to connect in 5s for all, expected connect_timeout < deadline"
      ),
      // Addresses.
      (
        "api:\n  url: tofupilot.local",
        """
        2:8: api.url: found "tofupilot.local", expected the server's http:// or https:// address, with or without \
        /api, no user, query or other path
        """
      ),
      (
        "api:\n  url: https://key@tofupilot.local",
        """
        2:8: api.url: found an address with a user, a query or a fragment, expected the server's http:// or https:// \
        address, with or without /api, no user, query or other path
        """
      ),
      ("api:\n  key_file: api-key", "2:13: api.key_file: found \"api-key\", expected an absolute path"),
      ("api:\n  key_file: \"/\\e[2J\"", "2:13: api.key_file: found \"/\\u{1B}[2J\", expected an absolute path"),
      ("api:\n  ca_file: /no/such/ca.pem", "2:12: api.ca_file: cannot open /no/such/ca.pem: No such file or directory"),
      (
        "scanners: {lane: A, match: {port: p}, grab: no}",
        "1:45: scanners[0].grab: found \"no\", expected true or false"
      ),
      ("station: {name: A\u{202E}B}", "1:17: station.name: found \"A\\u{202E}B\", expected a name"),
      // The gate.
      ("gate:\n  policy: creating_run", "2:11: gate.policy: found \"creating_run\", expected creating-run | last-run"),
      (
        "gate:\n  allowed_outcomes: [PASS, aborted]",
        "2:28: gate.allowed_outcomes[1]: found \"aborted\", expected PASS | FAIL | ERROR | TIMEOUT | ABORTED"
      ),
      (
        "gate:\n  allowed_outcomes: []", "2:21: gate.allowed_outcomes: found an empty list, expected at least one value"
      ),
      ("gate:\n  rules:", "2:9: gate.rules: found nothing, expected at least one value"),
      ("gate:\n  rules: []", "2:10: gate.rules: found an empty list, expected at least one value"),
      ("gate:\n  no_creating_run: pass", "2:20: gate.no_creating_run: found \"pass\", expected fail | no-verdict"),
      (
        "gate:\n  texts:\n    timeouts: Again.",
        "3:5: gate.texts.timeouts: unknown key; did you mean timeout?"
      ),
      (
        "gate:\n  texts:\n    timeout: 0123456789012345678901234567890123456789012345678901234567890",
        """
        3:14: gate.texts.timeout: found "012345678901234567890123456789012345678901234567890123456789…", \
        expected a sentence of at most 60 characters
        """
      ),
      ("gate:\n  rules:\n    - part_number: A", "3:7: gate.rules[0].name: missing; it has no default"),
      ("gate:\n  rules:\n    - name: A", "3:7: gate.rules[0].part_number: missing; it has no default"),
      (
        "gate:\n  rules:\n    - {name: A, part_number: X}\n    - {name: A, part_number: Y}",
        "4:14: gate.rules[1].name: found \"A\" twice, expected a name of its own"
      ),
      (
        "gate:\n  rules:\n    - {name: A, part_number: X, procedure_name: Y}",
        """
        3:33: gate.rules[0].procedure_name: unknown key; known are name, part_number, revision_number, policy, \
        allowed_outcomes, procedure, max_age, min_age, batch_number, blocked_batch_numbers, children, block_list
        """
      ),
      ("gate:\n  min_age: 2d\n  max_age: 1d", "2:12: gate.min_age: found 2d, expected at most max_age, which is 1d"),
      (
        "gate:\n  children: [{part_number: A, count: 0}]",
        "2:38: gate.children[0].count: found \"0\", expected a number from 1 to 1000"
      ),
      (
        "gate:\n  block_list: /no/such/list",
        "2:15: gate.block_list: cannot open /no/such/list: No such file or directory"
      ),
    ])
  func namesPlaceAndRemedy(text: String, complaint: String) throws {
    let told = try complaints(about: text)
    #expect(told == ["scangate.yaml:\(complaint)"])
  }

  @Test("All errors of a file are told at once, from top to bottom")
  func allAtOnce() throws {
    let text = """
      api:
        deadline: fast
        url: ftp://here
      gate:
        polici: last-run
      screen: on
      """
    #expect(
      try complaints(about: text).map { $0.prefix(18) } == [
        "scangate.yaml:2:13", "scangate.yaml:3:8:", "scangate.yaml:5:3:", "scangate.yaml:6:9:",
      ])
  }
}
