#pragma once

#include <pty.h>
#include <stdbool.h>
#include <umockdev.h>

#include "MockNode.h"

/// The kernel's side of a mocked event node: answers its ioctls and counts what was asked of it.
///
/// umockdev calls it on a thread of its own, so all of it stands behind one lock: POSIX's, which ThreadSanitizer knows.
typedef struct MockInput MockInput;

typedef enum {
  MockInputOpened,
  MockInputGrabbed,
  MockInputRefused,
  MockInputAskedForPressedKeys,
  MockInputMonotonic,
  MockInputMasked,
  MockInputCounts
} MockInputCount;

/// Answers for `devnode`; with `types`, it has the keys of a keyboard, else only volume keys.
MockInput *mock_input_attach(UMockdevTestbed *bed, const char *devnode, bool types);
void mock_input_free(MockInput *input);

/// Whether another program holds the grab.
void mock_input_set_busy(MockInput *input, bool busy);

/// Which key is down; 0 for none.
void mock_input_set_pressed(MockInput *input, int code);

int mock_input_count(MockInput *input, MockInputCount what);

/// Waits until something was counted so many times; false: not within ten seconds.
bool mock_input_await(MockInput *input, MockInputCount what, int count);
