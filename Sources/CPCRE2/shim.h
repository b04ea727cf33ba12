// PCRE2 has one library for each width of a code unit; ours reads UTF-8.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
