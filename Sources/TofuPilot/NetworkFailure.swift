import AsyncHTTPClient
import Gating
import Glibc
import NIOCore
import NIOPosix
import NIOSSL

extension Failure {
  /// What the HTTP client, TLS or the network reports about a question to `endpoint` that was to be over at `deadline`.
  init(_ error: any Error, from endpoint: Endpoint, deadline: NIODeadline) {
    switch error {
    case let error as HTTPClientError:
      self.init(error, from: endpoint, deadline: deadline)
    case let error as IOError where [ECONNRESET, EPIPE].contains(error.errnoCode):
      self = .lost("\(endpoint.authority) broke off the connection")
    case ChannelError.ioOnClosedChannel:
      self = .lost("\(endpoint.authority) closed the connection")
    case is ResponseAccumulator.ResponseTooBigError:
      self.init(code: .badReply, detail: "the reply is over 1 MiB: correct api.url")
    default:
      if let obstacle = Self.obstacle(error, to: endpoint) {
        self = .unreachable(obstacle)
      } else {
        self.init(code: .badReply, detail: "the reply is broken: \(error)")
      }
    }
  }

  private init(_ error: HTTPClientError, from endpoint: Endpoint, deadline: NIODeadline) {
    let host = endpoint.authority
    switch error {
    case .cancelled where NIODeadline.now() < deadline:
      self = .interrupted
    case .cancelled, .deadlineExceeded, .getConnectionFromPoolTimeout:
      // A request whose deadline comes while it waits for a connection is `cancelled` too.
      self.init(code: .timeout, detail: "no answer from \(host) within the deadline")
    case .remoteConnectionClosed:
      self = .lost("\(host) closed the connection without a reply")
    case .connectTimeout, .tlsHandshakeTimeout:
      self = .unreachable("\(host) lets nobody in: see whether the network is up and api.url right")
    case .proxyAuthenticationRequired:
      self = .unreachable("the proxy wants a user name and password: put them into HTTPS_PROXY")
    case .httpProxyHandshakeTimeout, .invalidProxyResponse:
      self = .unreachable("the proxy gives no way to \(host)")
    default:
      self.init(code: .badReply, detail: "\(error)")
    }
  }

  private static func unreachable(_ obstacle: String) -> Failure {
    Failure(code: .unreachable, detail: obstacle)
  }

  private static func lost(_ detail: String) -> Failure {
    Failure(code: .unreachable, detail: detail, lostConnection: true)
  }

  /// What stood in the way of a connection; nil if it was not that.
  private static func obstacle(_ error: any Error, to endpoint: Endpoint) -> String? {
    let host = endpoint.authority
    switch error {
    case let error as NIOConnectionError:
      guard let first = error.connectionErrors.first else { return "DNS does not know the host \(error.host)" }
      return obstacle(first.error, to: endpoint)
    case let error as IOError:
      return error.errnoCode == ECONNREFUSED
        ? "connection refused by \(host)" : "no connection to \(host): \(String(cString: strerror(error.errnoCode)))"
    case let error as NIOSSLError:
      // The library has no case of its own for it, only BoringSSL's words.
      return "\(error)".contains("CERTIFICATE_VERIFY_FAILED")
        ? "the certificate of \(host) is not trusted: add ca_file" : "no TLS with \(host): \(error)"
    case let error as NIOSSLExtraError:
      return error == .failedToValidateHostname
        ? "the certificate of \(host) is for another host: correct api.url" : "no TLS with \(host): \(error)"
    default:
      return nil
    }
  }
}
