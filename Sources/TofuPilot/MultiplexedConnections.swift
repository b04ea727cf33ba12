import NIOCore
import NIOSSL
import Synchronization

/// The HTTP/2 connections now open.
///
/// When an answer fails to come in time, HTTP/1.1 gives the connection up with the request. HTTP/2 gives up the request
/// alone, and over a line that has silently died every later one would wait in vain for the quarter of an hour that the
/// kernel goes on trying. So we close them ourselves.
final class MultiplexedConnections: Sendable {
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

  func insert(_ channel: any Channel) {
    channels.withLock { $0[ObjectIdentifier(channel)] = channel }
    channel.closeFuture.whenComplete { _ in
      self.channels.withLock { $0[ObjectIdentifier(channel)] = nil }
    }
  }

  /// Closes them all, and returns when no further request can get onto one.
  nonisolated(nonsending) func closeAll() async {
    for channel in channels.withLock({ Array($0.values) }) {
      channel.eventLoop.execute {
        // From the TLS handler outward: a farewell that waits for its echo would wait in vain.
        if let tls = try? channel.pipeline.syncOperations.context(handlerType: NIOSSLClientHandler.self) {
          tls.close(promise: nil)
        } else {
          channel.close(promise: nil)
        }
      }
      try? await channel.closeFuture.get()
    }
  }
}
