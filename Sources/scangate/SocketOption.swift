import ArgumentParser
import Station

/// Which agent of this machine a command talks to.
struct SocketOption: ParsableArguments {
  @Option(help: "The agent's socket. Default: agent.sock in $RUNTIME_DIRECTORY, else in /run/scangate.")
  var socket: String?

  var path: String { socket ?? AgentSocketPath.standard(ProcessEnvironment.variables) }

  /// Has the running agent let go of a device for this command; nil: none runs.
  func borrow(_ request: LoanRequest) throws(Problem) -> BorrowedDevice? {
    do throws(AgentSocketError) {
      return try BorrowedDevice(request, at: path)
    } catch {
      throw .failure("\(error)")
    }
  }

  /// The socket that an agent serves; nil: it has none, and can do without, which is said unless this is no station whose
  /// service has a folder for it. A second agent is an error.
  func served() throws(Problem) -> AgentSocket? {
    do throws(AgentSocketError) {
      return try AgentSocket(at: path)
    } catch {
      if socket != nil || error.isTaken { throw .failure("\(error)") }
      if !error.isNobodyThere { standardError("\(error); until then nobody can watch, nor borrow a device") }
      return nil
    }
  }
}
