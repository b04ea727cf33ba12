#include "CLinuxInput.h"

#include <errno.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <time.h>

static int outcome(int result) { return result < 0 ? -errno : result; }

int evdev_use_monotonic_clock(int descriptor) {
  int clock = CLOCK_MONOTONIC;
  return outcome(ioctl(descriptor, EVIOCSCLOCKID, &clock));
}

int evdev_mask_miscellaneous(int descriptor) {
  unsigned long none = 0;  // The kernel wants whole longs.
  struct input_mask mask = {.type = EV_MSC, .codes_size = sizeof none, .codes_ptr = (uintptr_t)&none};
  return outcome(ioctl(descriptor, EVIOCSMASK, &mask));
}

int evdev_capable_keys(int descriptor, unsigned char *bits, int size) {
  return outcome(ioctl(descriptor, EVIOCGBIT(EV_KEY, size), bits));
}

int evdev_pressed_keys(int descriptor, unsigned char *bits, int size) {
  return outcome(ioctl(descriptor, EVIOCGKEY(size), bits));
}

int evdev_grab(int descriptor) { return outcome(ioctl(descriptor, EVIOCGRAB, 1)); }

int wake_up_descriptor(void) { return outcome(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)); }

void name_this_thread(const char *name) { prctl(PR_SET_NAME, name); }
