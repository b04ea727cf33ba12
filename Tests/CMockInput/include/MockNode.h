#pragma once

#include <stdbool.h>
#include <umockdev.h>

/// The kernel's side of a mocked hidraw node or serial port: answers the ioctls that no named pipe and no pty can.
typedef struct MockNode MockNode;

/// A hidraw node with this report descriptor.
MockNode *mock_hidraw_attach(UMockdevTestbed *bed, const char *devnode, const unsigned char *descriptor, int size);

/// A serial port: it has modem lines, and for the rest is the terminal that its node is.
MockNode *mock_serial_attach(UMockdevTestbed *bed, const char *devnode);

void mock_node_free(MockNode *node);

/// The modem lines as they were set last: `TIOCM_DTR`, `TIOCM_RTS`.
int mock_serial_lines(MockNode *node);

/// How often they were set.
int mock_serial_line_requests(MockNode *node);

/// How many bytes the kernel says to hold that the device has not taken.
void mock_serial_set_unsent(MockNode *node, int count);

/// The bits a second that a terminal is set to, odd rates too.
int terminal_speed(int descriptor);

/// Whether nobody else may open it (`TIOCGEXCL`).
bool terminal_is_claimed(int descriptor);

/// Sets `O_DIRECT` on a pipe: a read then gives what one write gave and no more. With room for 128 writes.
int keep_packets_apart(int pipe);
