#pragma once

#include <linux/input.h>
#include <stdbool.h>

// The ioctls of an event node (`linux/input.h`): their macros take arguments, which Swift does not import.
// Each gives what `ioctl` gave, or -errno.

/// `EVIOCSCLOCKID`: the times of this descriptor's events are `CLOCK_MONOTONIC`. Discards what is unread.
int evdev_use_monotonic_clock(int descriptor);

/// `EVIOCSMASK`: this descriptor gets no `EV_MSC` events. Kernel 4.4 and newer.
int evdev_mask_miscellaneous(int descriptor);

/// `EVIOCGBIT(EV_KEY)`: the keys that the device has, one bit a code.
int evdev_capable_keys(int descriptor, unsigned char *bits, int size);

/// `EVIOCGKEY`: the keys that are down, one bit a code. Discards unread key events.
int evdev_pressed_keys(int descriptor, unsigned char *bits, int size);

/// `EVIOCGRAB`: the device's events go to this descriptor alone, until it is closed.
int evdev_grab(int descriptor);

/// `eventfd`: a descriptor that another thread makes readable.
int wake_up_descriptor(void);

/// Names the calling thread as `ps -L` and `top -H` show it: at most 15 bytes.
void name_this_thread(const char *name);

// hidraw.c

/// `HIDIOCGRDESC`: the report descriptor of a hidraw node (`linux/hidraw.h`); gives its size, at most 4096 bytes.
int hidraw_report_descriptor(int descriptor, unsigned char bytes[4096]);

// clock.c

/// `adjtimex`: whether something keeps the wall clock right, as the kernel was told.
bool clock_is_synchronised(void);

// serial.c

/// How a serial port speaks: what `struct termios2` holds of it (`asm/termbits.h`, which `termios.h` excludes).
struct serial_framing {
  unsigned int baud;
  int data_bits;  // 7 or 8
  char parity;    // 'N', 'E' or 'O'
  int stop_bits;  // 1 or 2
  bool rts_cts;
  bool xon_xoff;
  bool hang_up_on_close;
};

/// `TCSETS2` in raw mode: no echo, no translation, no carrier needed. Then asks what the driver took of it:
/// -EINVAL where baud (by over 3 %), bits, parity, stop bits or flow control came out otherwise.
int serial_configure(int descriptor, const struct serial_framing *framing);

/// `TIOCGEXCL` and `TIOCEXCL`: nobody else may open the port from now on; -EBUSY where somebody has said so before.
int serial_claim(int descriptor);

/// `TCFLSH`: throws away what was received and not read.
int serial_discard_input(int descriptor);

/// `TCFLSH`: throws away what was written and not sent.
int serial_discard_output(int descriptor);

/// `TIOCOUTQ`: how many bytes were written and not taken by the device; 0 for a pty, whatever is unread.
int serial_unsent(int descriptor);

/// `TIOCMGET`, `TIOCMSET`: sets those lines of `mask` that are in `lines` and clears the others, in one request.
int serial_set_lines(int descriptor, int mask, int lines);
