import NIOSSL

/// A server's side of TLS, with the certificate of that name in `Certificates`.
struct ServerTLS: Sendable {
  let context: NIOSSLContext
  /// Only once a script says `startTLS`.
  let onDemand: Bool

  init(certificate name: String = "server", protocols: [String] = ["http/1.1"], onDemand: Bool = false) throws {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(TestFile.path("Certificates/\(name).pem")).map {
        .certificate($0)
      },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: TestFile.path("Certificates/\(name)-key.pem"), format: .pem)))
    configuration.applicationProtocols = protocols
    context = try NIOSSLContext(configuration: configuration)
    self.onDemand = onDemand
  }

  func handler() -> NIOSSLServerHandler { NIOSSLServerHandler(context: context) }
}
