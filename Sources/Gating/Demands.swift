/// What a gate or a rule asks of a unit besides the outcome, key by key as in the configuration; nil: not asked.
package struct Demands: Hashable, Sendable {
  /// Name of the deciding run's procedure, or its id.
  package var procedure: Wildcard?
  /// Longest time since the deciding run ended.
  package var maxAge: Duration?
  /// Shortest time since the deciding run ended: curing, burn-in.
  package var minAge: Duration?
  /// The batches that may pass.
  package var batchNumbers: [Wildcard]?
  /// The batches that may not, whatever else is allowed.
  package var blockedBatchNumbers: [Wildcard]
  /// The units that must be built into this one.
  package var children: [RequiredChildren]?
  package var blockList: BlockList

  package init(
    procedure: Wildcard? = nil, maxAge: Duration? = nil, minAge: Duration? = nil, batchNumbers: [Wildcard]? = nil,
    blockedBatchNumbers: [Wildcard] = [], children: [RequiredChildren]? = nil, blockList: BlockList = BlockList()
  ) {
    self.procedure = procedure
    self.maxAge = maxAge
    self.minAge = minAge
    self.batchNumbers = batchNumbers
    self.blockedBatchNumbers = blockedBatchNumbers
    self.children = children
    self.blockList = blockList
  }

  /// A rule's demands, with the gate's where the rule is silent. What is blocked adds up: no rule unblocks it.
  func completed(by gate: Demands) -> Demands {
    Demands(
      procedure: procedure ?? gate.procedure,
      maxAge: maxAge ?? gate.maxAge,
      minAge: minAge ?? gate.minAge,
      batchNumbers: batchNumbers ?? gate.batchNumbers,
      blockedBatchNumbers: blockedBatchNumbers + gate.blockedBatchNumbers,
      children: children ?? gate.children,
      blockList: blockList.union(gate.blockList))
  }

  /// Each as what judges it.
  var each: [any Demand] {
    let run: [(any Demand)?] = [procedure.map(RequiredProcedure.init), Age(maximum: maxAge, minimum: minAge)]
    let unit: [any Demand] = [RequiredBatch(allowed: batchNumbers, blocked: blockedBatchNumbers), blockList]
    return run.compactMap(\.self) + unit + (children ?? [])
  }
}
