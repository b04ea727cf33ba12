#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>

#include "CLinuxInput.h"

/// What of the control and input flags a port must take as it was asked.
enum { FRAMING = CSIZE | PARENB | PARODD | CSTOPB | CRTSCTS, SOFTWARE_FLOW = IXON | IXOFF };

int serial_configure(int descriptor, const struct serial_framing *framing) {
  struct termios2 settings;
  if (ioctl(descriptor, TCGETS2, &settings) < 0) return -errno;
  settings.c_iflag = 0;
  settings.c_oflag = 0;
  settings.c_lflag = 0;
  settings.c_cflag = CREAD | CLOCAL | BOTHER | BOTHER << IBSHIFT;
  settings.c_cflag |= framing->data_bits == 7 ? CS7 : CS8;
  if (framing->parity != 'N') settings.c_cflag |= PARENB, settings.c_iflag |= INPCK;  // A wrong byte reads as NUL.
  if (framing->parity == 'O') settings.c_cflag |= PARODD;
  if (framing->stop_bits == 2) settings.c_cflag |= CSTOPB;
  if (framing->rts_cts) settings.c_cflag |= CRTSCTS;
  if (framing->xon_xoff) settings.c_iflag |= SOFTWARE_FLOW;
  if (framing->hang_up_on_close) settings.c_cflag |= HUPCL;
  settings.c_ispeed = settings.c_ospeed = framing->baud;
  // With 0 a read without bytes would look like the end.
  settings.c_cc[VMIN] = 1;
  settings.c_cc[VTIME] = 0;
  settings.c_cc[VSTART] = 0x11;
  settings.c_cc[VSTOP] = 0x13;
  struct termios2 wanted = settings;
  if (ioctl(descriptor, TCSETS2, &settings) < 0) return -errno;
  if (ioctl(descriptor, TCGETS2, &settings) < 0) return -errno;

  long long off = llabs((long long)settings.c_ospeed - framing->baud);
  if ((settings.c_cflag ^ wanted.c_cflag) & FRAMING) return -EINVAL;
  if ((settings.c_iflag ^ wanted.c_iflag) & SOFTWARE_FLOW) return -EINVAL;
  return off * 100 > 3LL * framing->baud ? -EINVAL : 0;
}

int serial_claim(int descriptor) {
  int claimed = 0;
  // A privileged process opens a claimed port all the same.
  if (ioctl(descriptor, TIOCGEXCL, &claimed) == 0 && claimed) return -EBUSY;
  return ioctl(descriptor, TIOCEXCL) < 0 ? -errno : 0;
}

int serial_discard_input(int descriptor) { return ioctl(descriptor, TCFLSH, TCIFLUSH) < 0 ? -errno : 0; }

int serial_discard_output(int descriptor) { return ioctl(descriptor, TCFLSH, TCOFLUSH) < 0 ? -errno : 0; }

int serial_unsent(int descriptor) {
  int count;
  return ioctl(descriptor, TIOCOUTQ, &count) < 0 ? -errno : count;
}

int serial_set_lines(int descriptor, int mask, int lines) {
  int now;
  if (ioctl(descriptor, TIOCMGET, &now) < 0) return -errno;
  now = (now & ~mask) | (lines & mask);
  return ioctl(descriptor, TIOCMSET, &now) < 0 ? -errno : 0;
}
