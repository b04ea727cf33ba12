#include <sys/timex.h>

#include "CLinuxInput.h"

bool clock_is_synchronised(void) {
  struct timex clock = {.modes = 0};
  return adjtimex(&clock) != TIME_ERROR;
}
