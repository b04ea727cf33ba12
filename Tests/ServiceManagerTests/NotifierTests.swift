import Testing

@testable import ServiceManager

/// What the service manager hears, on a socket like its own.
@Suite struct NotifierTests {
  @Test("the service manager hears each word, at a path and under an abstract name", arguments: [false, true])
  func tells(isAbstract: Bool) throws {
    let manager = try DatagramReader(isAbstract: isAbstract)
    let notifier = try #require(Notifier(environment: [Notifier.variable: manager.address]))
    notifier.tell([.ready, .status("READY, 2 lanes")])
    notifier.tell([.watchdog])
    notifier.tell([.reloading])
    notifier.tell([.stopping])
    #expect(try manager.nextText() == "READY=1\nSTATUS=READY, 2 lanes")
    #expect(try manager.nextText() == "WATCHDOG=1")
    #expect(try manager.nextText() == "RELOADING=1")
    #expect(try manager.nextText() == "STOPPING=1")
  }

  @Test("a status of several lines is one line, and so no word of its own")
  func oneLine() throws {
    let manager = try DatagramReader()
    let notifier = try #require(Notifier(environment: [Notifier.variable: manager.address]))
    notifier.tell([.status("broken:\nREADY=1\r\nline 3")])
    #expect(try manager.nextText() == "STATUS=broken: READY=1 line 3")
  }

  @Test(
    "without a service manager there is nobody to tell",
    arguments: [nil, "", "relative", "/" + String(repeating: "x", count: 200)])
  func nobody(address: String?) {
    #expect(Notifier(environment: address.map { [Notifier.variable: $0] } ?? [:]) == nil)
  }

  @Test("a service manager that is gone, or does not read, holds up nobody")
  func deaf() throws {
    let manager = try DatagramReader()
    let notifier = try #require(Notifier(environment: [Notifier.variable: manager.address]))
    // More than the kernel keeps for a reader: the last ones are not waited for.
    let began = ContinuousClock.now
    for _ in 0..<6 { notifier.tell([.status(String(repeating: "x", count: 60_000))]) }
    #expect(ContinuousClock.now - began < .seconds(8))
    let gone = try #require(Notifier(environment: [Notifier.variable: "/nonexistent/notify"]))
    gone.tell([.ready])
  }
}

@Suite struct WatchdogIntervalTests {
  @Test(
    "the watchdog is ours where it names nobody else",
    arguments: [
      (["WATCHDOG_USEC": "10000000"], Duration.seconds(10)),
      (["WATCHDOG_USEC": "10000000", "WATCHDOG_PID": "7"], .seconds(10)),
      (["WATCHDOG_USEC": "10000000", "WATCHDOG_PID": "8"], nil),
      (["WATCHDOG_USEC": "0"], nil), (["WATCHDOG_USEC": "ten"], nil), ([:], nil),
    ] as [([String: String], Duration?)])
  func interval(environment: [String: String], expected: Duration?) {
    #expect(WatchdogInterval.demanded(environment: environment, process: 7) == expected)
  }
}
