/// What somebody may have printed as a barcode to harm the station.
enum HostileText {
  static let all = [
    "../runs", "..", ".", "A?x=1", "A#x", "%2e%2e", "%2e%2e%2fwhoami", "A/B", #"A\B"#, "A B", "A;B",
    "A\u{1B}[2J\u{1B}[31mB",
    "\u{1B}]0;title\u{07}", "\u{9B}31mA", "A\u{200B}B", "\u{FEFF}A", "\u{202E}001234-4202-NS", "A\u{2066}B",
    "A\u{2028}B",
    "SN-2024-00123\u{FF14}", "\u{212A}-1", "=HYPERLINK(\"x\")", "\"}\u{7F}{\"verdict\":\"PASS\"", "PASS",
    "'; DROP TABLE units;--",
    String(repeating: "9", count: 10_000), String(repeating: "A\u{1B}", count: 5_000),
  ]
}
