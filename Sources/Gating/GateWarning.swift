/// A line of the gate that is allowed, and seldom meant: what `config check` points out.
package struct GateWarning: Hashable, Sendable {
  /// Where it stands, as a key path of the configuration: `gate.rules[0].allowed_outcomes`.
  package let key: String
  package let text: String
}

extension Gate {
  package var warnings: [GateWarning] {
    var warnings = Self.warnings(on: allowedOutcomes, at: "gate.allowed_outcomes")
    for (index, rule) in rules.enumerated() {
      let key = "gate.rules[\(index)].allowed_outcomes"
      warnings += rule.allowedOutcomes.map { Self.warnings(on: $0, at: key) } ?? []
    }
    if rules.isEmpty {
      warnings.append(
        GateWarning(
          key: "gate.rules", text: "no rule limits the parts: a unit of any part of the organization can pass"))
    } else if otherwise == .gate {
      warnings.append(
        GateWarning(key: "gate.otherwise", text: "no rule limits the parts: a part that no rule names can pass"))
    }
    for (index, rule) in rules.enumerated() where rule.selectsEveryPart {
      warnings.append(
        GateWarning(
          key: "gate.rules[\(index)].part_number", text: "rule \"\(rule.name)\" does not limit the parts"))
    }
    return warnings
  }

  private static func warnings(on outcomes: Set<Outcome>, at key: String) -> [GateWarning] {
    Outcome.known.filter { $0 != .pass && outcomes.contains($0) }.map {
      GateWarning(key: key, text: "units whose run ended \($0.text) are released")
    }
  }
}
