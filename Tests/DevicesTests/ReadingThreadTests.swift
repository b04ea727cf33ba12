import Testing

/// Everything that starts a reading thread, one test at a time: the test bed of umockdev is the whole process's.
@Suite("The reading thread", .serialized, .timeLimit(.minutes(1)))
enum ReadingThreadTests {}
