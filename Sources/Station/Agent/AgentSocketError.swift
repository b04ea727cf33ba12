package import Glibc
import Scanning

/// Why the agent's socket cannot be served or used, and what to do.
package enum AgentSocketError: Error, Hashable, Sendable {
  case system(operation: String, path: String, code: CInt)
  /// An agent that lives serves it; its process, where the kernel tells.
  case taken(path: String, pid: pid_t?)
  /// Longer than the 107 bytes that the kernel takes.
  case tooLong(path: String)
  /// The agent says no, in these words.
  case refused(String)
  /// The agent was asked and does not answer.
  case silent(path: String)

  /// No agent is there: none was started, or it has ended.
  package var isNobodyThere: Bool {
    guard case .system(_, _, let code) = self else { return false }
    return [ENOENT, ECONNREFUSED, ENOTDIR].contains(code)
  }

  /// An agent is there, and has not taken those who asked before.
  var isBehind: Bool {
    if case .system(_, _, EAGAIN) = self { true } else { false }
  }

  /// Another agent runs already.
  package var isTaken: Bool {
    if case .taken = self { true } else { false }
  }
}

extension AgentSocketError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let operation, let path, EACCES), .system(let operation, let path, EPERM):
      "cannot \(operation) \(path.escaped()): Permission denied; it is for root and group scangate: `sudo usermod -aG scangate USER`, then log in again"
    case .system(let operation, let path, let code):
      "cannot \(operation) \(path.escaped()): \(String(cString: strerror(code))); --socket PATH names another place"
    case .taken(let path, let pid):
      "another agent\(pid.map { " (pid \($0))" } ?? "") serves \(path.escaped()): stop it, `sudo systemctl stop scangate`, or give this one a --socket of its own"
    case .tooLong(let path):
      "\(path.escaped()) is over 107 bytes, too long for a socket: --socket PATH names another place"
    case .refused(let reason):
      "the agent says no: \(reason.escaped(limit: 400))"
    case .silent(let path):
      "the agent at \(path.escaped()) does not answer: `systemctl status scangate` says how it is"
    }
  }
}
