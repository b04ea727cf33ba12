import Testing

/// The built program from outside: its arguments, its pipes and its signals, one test after the other, because most of
/// them ask how long something took.
@Suite(.serialized, .timeLimit(.minutes(1))) enum CommandTests {}
