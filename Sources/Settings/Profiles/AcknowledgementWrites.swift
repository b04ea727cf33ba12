import Signals

/// The `ack:` of a profile.
struct AcknowledgementWrites: Section {
  private var expected: Written?
  private var isEcho = false
  private var refusal: Written?
  private var timeout: Duration?
  private var retries: Int?

  static var fields: [Field<AcknowledgementWrites>] {
    [
      Field("expect", \.expected, .written),
      Field("echo", \.isEcho, .flag),
      Field("refuse", \.refusal, .written),
      Field("timeout", \.timeout, .time(.milliseconds(10) ... .seconds(5))),
      Field("retries", \.retries, .number(0...5)),
    ]
  }

  func check(_ reader: NodeReader) {
    if (expected != nil) == isEcho {
      reader.report("expected either the bytes to expect or echo: true, for a light that sends back what is written")
    }
  }

  func acknowledgement(_ notation: Notation) -> Acknowledgement? {
    guard let awaited = isEcho ? .echo : expected.flatMap(notation.bytes).map(Acknowledgement.Expected.bytes) else {
      return nil
    }
    var acknowledgement = Acknowledgement(awaited)
    acknowledgement.refusal = refusal.flatMap(notation.bytes) ?? []
    acknowledgement.timeout = timeout ?? acknowledgement.timeout
    acknowledgement.retries = retries ?? acknowledgement.retries
    return acknowledgement
  }
}
