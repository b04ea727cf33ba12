#include <usbredirparser.h>
