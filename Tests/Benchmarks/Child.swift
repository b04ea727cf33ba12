import Glibc

/// A program run beside us that takes a line and answers with a line.
final class Child {
  let pid: pid_t
  private let input: Int32
  private let output: Int32
  private var unread: [UInt8] = []

  init(_ arguments: [String], environment: [String] = []) throws {
    let toChild = try Self.pipe()
    let fromChild = try Self.pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    var pid = pid_t()
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    guard posix_spawn(&pid, arguments[0], &actions, nil, argv, envp) == 0 else {
      throw Trouble("cannot start \(arguments[0])")
    }
    self.pid = pid
    input = toChild[1]
    output = fromChild[0]
    close(toChild[0])
    close(fromChild[1])
  }

  /// Both ends closed in every child but the one they are handed to.
  private static func pipe() throws -> [Int32] {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw Trouble("no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  func send(_ line: String) throws {
    let bytes = Array((line + "\n").utf8)
    guard write(input, bytes, bytes.count) == bytes.count else { throw Trouble("\(pid) takes no input") }
  }

  func line() throws -> String {
    while true {
      if let end = unread.firstIndex(of: 10) {
        defer { unread.removeFirst(end + 1) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(output, &chunk, chunk.count)
      guard count > 0 else { throw Trouble("\(pid) has ended") }
      unread += chunk[..<count]
    }
  }

  func line(where isWanted: (String) -> Bool) throws -> String {
    while true {
      let line = try line()
      if isWanted(line) { return line }
    }
  }

  /// What the kernel keeps in memory for it, in MB.
  var residentMegabytes: Double { status("VmRSS:") }
  /// Of that, what is its own and not a file's.
  var anonymousMegabytes: Double { status("RssAnon:") }

  /// Clock ticks of CPU that it has cost so far.
  var ticks: Int {
    // The name, in brackets, may hold anything; utime and stime are the 14th and 15th field.
    let fields = text(of: "/proc/\(pid)/stat").split(separator: ")").last?.split(separator: " ") ?? []
    return fields.dropFirst(11).prefix(2).reduce(0) { $0 + (Int($1) ?? 0) }
  }

  /// How often each of its threads has woken up so far.
  var wakes: [String: Int] {
    var wakes: [String: Int] = [:]
    for thread in threads {
      let lines = text(of: "\(thread)/status").split(separator: "\n")
      guard let line = lines.first(where: { $0.hasPrefix("voluntary_ctxt_switches:") }) else { continue }
      wakes[thread] = line.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) }
    }
    return wakes
  }

  private var threads: [String] {
    guard let folder = opendir("/proc/\(pid)/task") else { return [] }
    defer { closedir(folder) }
    var threads: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if Int(name) != nil { threads.append("/proc/\(pid)/task/\(name)") }
    }
    return threads
  }

  private func text(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  private func status(_ name: String) -> Double {
    guard let file = fopen("/proc/\(pid)/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [UInt8](repeating: 0, count: 256)
    while line.withUnsafeMutableBytes({ fgets($0.baseAddress, Int32($0.count), file) }) != nil {
      let words = String(decoding: line.prefix { $0 != 0 }, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      if words.first.map(String.init) == name { return (Double(words[1]) ?? 0) / 1024 }
    }
    return 0
  }

  /// Ends one that does not end with its input.
  func terminate() {
    kill(pid, SIGTERM)
    _ = end()
  }

  func end() -> Int32 {
    close(input)
    close(output)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    return status >> 8
  }
}

struct Trouble: Error {
  let text: String

  init(_ text: String) {
    self.text = text
  }
}
