#include <errno.h>
#include <linux/hidraw.h>
#include <string.h>
#include <sys/ioctl.h>

#include "CLinuxInput.h"

int hidraw_report_descriptor(int descriptor, unsigned char bytes[4096]) {
  _Static_assert(HID_MAX_DESCRIPTOR_SIZE == 4096, "as long as the caller's room");
  int size = 0;
  if (ioctl(descriptor, HIDIOCGRDESCSIZE, &size) < 0) return -errno;
  if (size < 0 || size > HID_MAX_DESCRIPTOR_SIZE) return -EINVAL;
  struct hidraw_report_descriptor report = {.size = size};
  if (ioctl(descriptor, HIDIOCGRDESC, &report) < 0) return -errno;
  memcpy(bytes, report.value, size);
  return size;
}
