#include <stdarg.h>
#include <stdio.h>
#include <xkbcommon/xkbcommon-keysyms.h>
#include <xkbcommon/xkbcommon.h>

#define CXKBCOMMON_LOG_SIZE 512

static void cxkbcommon_log(
    struct xkb_context *context, enum xkb_log_level level, const char *format, va_list arguments) {
  char *line = (char *)xkb_context_get_user_data(context);
  if (line[0] == 0) vsnprintf(line, CXKBCOMMON_LOG_SIZE, format, arguments);
}

// Here and not in Swift because va_list has another type on each architecture.
/// Keeps the first line of the context's log in `line`, zeroed and CXKBCOMMON_LOG_SIZE long, off standard error.
static inline void cxkbcommon_keep_log(struct xkb_context *context, char *line) {
  xkb_context_set_user_data(context, line);
  xkb_context_set_log_fn(context, cxkbcommon_log);
}
