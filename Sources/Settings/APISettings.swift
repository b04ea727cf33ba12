/// `api:` where TofuPilot answers, and how long to wait for it.
package struct APISettings: Hashable, Sendable {
  package var address = APIAddress.tofupilot
  /// Holds the API key; nil: a systemd credential or the environment does.
  package var keyFile: String?
  /// Certificates to trust on top of the system's.
  package var certificateFile: String?
  /// For a whole look-up, retries included.
  package var deadline = Duration.seconds(5)
  package var connectTimeout = Duration.seconds(2)

  package init() {}
}

extension APISettings: Section {
  static var fields: [Field<APISettings>] {
    [
      Field("url", \.address, .address),
      Field("key_file", \.keyFile, .path),
      Field("ca_file", \.certificateFile, .certificates),
      Field("deadline", \.deadline, .time(.seconds(1) ... .seconds(30))),
      Field("connect_timeout", \.connectTimeout, .time(.milliseconds(100) ... .seconds(30))),
    ]
  }

  static var strangers: [String: String] {
    let advice = "the key never stands in this file; name a file of mode 0600 as key_file"
    return ["key": advice, "api_key": advice, "token": advice]
  }

  func check(_ reader: NodeReader) {
    guard connectTimeout >= deadline else { return }
    reader.report(
      key: reader.has("connect_timeout") ? "connect_timeout" : "deadline",
      "found \(connectTimeout.written) to connect in \(deadline.written) for all, expected connect_timeout < deadline")
  }
}

extension Form<String> {
  /// The path of a file with certificates, which is looked into now and not at the first scan.
  fileprivate static var certificates: Form {
    Form(
      read: { reader in
        guard let path = Form.path.read(reader) else { return nil }
        do throws(TextFileError) {
          if try reader.reading.textFile(at: path).text.contains("-----BEGIN CERTIFICATE-----") { return path }
          reader.report("found no certificate in \(path), expected PEM")
        } catch {
          reader.report(error.description)
        }
        return nil
      },
      show: { .scalar($0) })
  }
}
