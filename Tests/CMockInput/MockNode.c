#define _GNU_SOURCE
#include "MockNode.h"

#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/hidraw.h>
#include <pthread.h>
#include <string.h>
#include <sys/ioctl.h>

struct MockNode {
  UMockdevIoctlBase parent;
  pthread_mutex_t lock;
  bool serial;
  struct hidraw_report_descriptor descriptor;
  int lines, line_requests, unsent;
};

typedef struct {
  UMockdevIoctlBaseClass parent;
} MockNodeClass;

G_DEFINE_TYPE(MockNode, mock_node, UMOCKDEV_TYPE_IOCTL_BASE)

/// Copies between the caller's memory and ours.
static void exchange(UMockdevIoctlClient *client, void *bytes, int size, bool answer) {
  UMockdevIoctlData *data = umockdev_ioctl_data_resolve(umockdev_ioctl_client_get_arg(client), 0, size, NULL);
  if (answer)
    umockdev_ioctl_data_update(data, 0, bytes, size);
  else
    memcpy(bytes, data->data, size);
  umockdev_ioctl_data_unref(data);
}

static gboolean handle_ioctl(UMockdevIoctlBase *base, UMockdevIoctlClient *client) {
  MockNode *self = (MockNode *)base;
  gulong request = umockdev_ioctl_client_get_request(client);
  bool known = true;
  pthread_mutex_lock(&self->lock);
  if (!self->serial && request == HIDIOCGRDESCSIZE) {
    exchange(client, &self->descriptor.size, sizeof self->descriptor.size, true);
  } else if (!self->serial && request == HIDIOCGRDESC) {
    exchange(client, &self->descriptor, sizeof self->descriptor, true);
  } else if (self->serial && request == TIOCMGET) {
    exchange(client, &self->lines, sizeof self->lines, true);
  } else if (self->serial && request == TIOCMSET) {
    exchange(client, &self->lines, sizeof self->lines, false);
    self->line_requests++;
  } else if (self->serial && request == TIOCOUTQ) {
    exchange(client, &self->unsent, sizeof self->unsent, true);
  } else {
    known = false;
  }
  bool serial = self->serial;
  pthread_mutex_unlock(&self->lock);
  int code = 0;
  if (known)
    umockdev_ioctl_client_complete(client, 0, 0);
  else if (serial)
    umockdev_ioctl_client_complete(client, umockdev_ioctl_client_execute(client, &code, NULL), code);
  else
    umockdev_ioctl_client_complete(client, -1, ENOTTY);
  return TRUE;
}

static void mock_node_init(MockNode *self) { pthread_mutex_init(&self->lock, NULL); }

static void mock_node_class_init(MockNodeClass *class) { class->parent.handle_ioctl = handle_ioctl; }

static MockNode *attach(UMockdevTestbed *bed, const char *devnode, MockNode *node) {
  if (umockdev_testbed_attach_ioctl(bed, devnode, &node->parent, NULL)) return node;
  mock_node_free(node);
  return NULL;
}

MockNode *mock_hidraw_attach(UMockdevTestbed *bed, const char *devnode, const unsigned char *descriptor, int size) {
  MockNode *node = g_object_new(mock_node_get_type(), NULL);
  pthread_mutex_lock(&node->lock);
  node->descriptor.size = size;
  memcpy(node->descriptor.value, descriptor, size);
  pthread_mutex_unlock(&node->lock);
  return attach(bed, devnode, node);
}

MockNode *mock_serial_attach(UMockdevTestbed *bed, const char *devnode) {
  MockNode *node = g_object_new(mock_node_get_type(), NULL);
  pthread_mutex_lock(&node->lock);
  node->serial = true;
  // As the kernel leaves them when it opens a port.
  node->lines = TIOCM_DTR | TIOCM_RTS | TIOCM_CTS;
  pthread_mutex_unlock(&node->lock);
  return attach(bed, devnode, node);
}

void mock_node_free(MockNode *node) { g_object_unref(node); }

int mock_serial_lines(MockNode *node) {
  pthread_mutex_lock(&node->lock);
  int lines = node->lines;
  pthread_mutex_unlock(&node->lock);
  return lines;
}

int mock_serial_line_requests(MockNode *node) {
  pthread_mutex_lock(&node->lock);
  int count = node->line_requests;
  pthread_mutex_unlock(&node->lock);
  return count;
}

void mock_serial_set_unsent(MockNode *node, int count) {
  pthread_mutex_lock(&node->lock);
  node->unsent = count;
  pthread_mutex_unlock(&node->lock);
}

int terminal_speed(int descriptor) {
  struct termios2 settings;
  return ioctl(descriptor, TCGETS2, &settings) == 0 ? (int)settings.c_ospeed : -1;
}

bool terminal_is_claimed(int descriptor) {
  int claimed = 0;
  return ioctl(descriptor, TIOCGEXCL, &claimed) == 0 && claimed;
}

int keep_packets_apart(int pipe) {
  // Each packet has a page to itself.
  return fcntl(pipe, F_SETPIPE_SZ, 128 * 4096) < 0 ? -1 : fcntl(pipe, F_SETFL, O_DIRECT);
}
