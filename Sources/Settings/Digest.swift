import Crypto

/// The SHA-256 of a text, as records name a configuration: `sha256:9f86d0…`.
func digest(of text: String) -> String {
  let bytes = SHA256.hash(data: Array(text.utf8))
  let digits = bytes.map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
  return "sha256:" + digits.joined()
}
