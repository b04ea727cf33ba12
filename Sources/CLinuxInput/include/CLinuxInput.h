#pragma once

#include <linux/input.h>

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
