#include "CMockInput.h"

#include <errno.h>
#include <linux/input.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

struct MockInput {
  UMockdevIoctlBase parent;
  pthread_mutex_t lock;
  pthread_cond_t counted;
  bool types, busy;
  int pressed;
  int counts[MockInputCounts];
};

typedef struct {
  UMockdevIoctlBaseClass parent;
} MockInputClass;

G_DEFINE_TYPE(MockInput, mock_input, UMOCKDEV_TYPE_IOCTL_BASE)

static void count(MockInput *self, MockInputCount what) {
  pthread_mutex_lock(&self->lock);
  self->counts[what]++;
  pthread_cond_broadcast(&self->counted);
  pthread_mutex_unlock(&self->lock);
}

static void set_bit(guint8 *bits, int code) { bits[code / 8] |= 1 << code % 8; }

/// Writes an answer to where the caller's pointer points.
static void answer(UMockdevIoctlClient *client, const void *bytes, int size) {
  gsize room = _IOC_SIZE(umockdev_ioctl_client_get_request(client));
  UMockdevIoctlData *data = umockdev_ioctl_data_resolve(umockdev_ioctl_client_get_arg(client), 0, room, NULL);
  umockdev_ioctl_data_update(data, 0, (guint8 *)bytes, size);
  umockdev_ioctl_data_unref(data);
  umockdev_ioctl_client_complete(client, size, 0);
}

/// The integer that the caller's pointer points to.
static guint32 argument(UMockdevIoctlClient *client) {
  UMockdevIoctlData *data = umockdev_ioctl_data_resolve(umockdev_ioctl_client_get_arg(client), 0, sizeof(guint32), NULL);
  guint32 value;
  memcpy(&value, data->data, sizeof value);
  umockdev_ioctl_data_unref(data);
  return value;
}

static gboolean handle_ioctl(UMockdevIoctlBase *base, UMockdevIoctlClient *client) {
  MockInput *self = (MockInput *)base;
  gulong request = umockdev_ioctl_client_get_request(client);
  guint8 bits[KEY_CNT / 8] = {0};
  pthread_mutex_lock(&self->lock);
  bool types = self->types, busy = self->busy;
  int pressed = self->pressed;
  pthread_mutex_unlock(&self->lock);

  if (request == EVIOCGRAB) {
    count(self, busy ? MockInputRefused : MockInputGrabbed);
    umockdev_ioctl_client_complete(client, busy ? -1 : 0, busy ? EBUSY : 0);
  } else if (request == EVIOCSCLOCKID) {
    if (argument(client) == CLOCK_MONOTONIC) count(self, MockInputMonotonic);
    umockdev_ioctl_client_complete(client, 0, 0);
  } else if (request == EVIOCSMASK) {
    if (argument(client) == EV_MSC) count(self, MockInputMasked);
    umockdev_ioctl_client_complete(client, 0, 0);
  } else if (_IOC_TYPE(request) == 'E' && _IOC_NR(request) == _IOC_NR(EVIOCGNAME(0))) {
    answer(client, "Mock Scanner", sizeof "Mock Scanner");
  } else if (_IOC_TYPE(request) == 'E' && _IOC_NR(request) == _IOC_NR(EVIOCGBIT(EV_KEY, 0))) {
    if (types)
      for (int code = KEY_ESC; code <= KEY_KPDOT; code++) set_bit(bits, code);
    set_bit(bits, KEY_VOLUMEUP);
    answer(client, bits, sizeof bits);
  } else if (_IOC_TYPE(request) == 'E' && _IOC_NR(request) == _IOC_NR(EVIOCGKEY(0))) {
    if (pressed) set_bit(bits, pressed);
    answer(client, bits, sizeof bits);
    count(self, MockInputAskedForPressedKeys);
  } else {
    umockdev_ioctl_client_complete(client, -1, ENOTTY);
  }
  return TRUE;
}

static void client_connected(UMockdevIoctlBase *base, UMockdevIoctlClient *client) {
  count((MockInput *)base, MockInputOpened);
}

static void mock_input_init(MockInput *self) {
  pthread_mutex_init(&self->lock, NULL);
  pthread_cond_init(&self->counted, NULL);
}

static void mock_input_class_init(MockInputClass *class) {
  class->parent.handle_ioctl = handle_ioctl;
  class->parent.client_connected = client_connected;
}

MockInput *mock_input_attach(UMockdevTestbed *bed, const char *devnode, bool types) {
  MockInput *input = g_object_new(mock_input_get_type(), NULL);
  pthread_mutex_lock(&input->lock);
  input->types = types;
  pthread_mutex_unlock(&input->lock);
  if (umockdev_testbed_attach_ioctl(bed, devnode, &input->parent, NULL)) return input;
  mock_input_free(input);
  return NULL;
}

void mock_input_free(MockInput *input) { g_object_unref(input); }

void mock_input_set_busy(MockInput *input, bool busy) {
  pthread_mutex_lock(&input->lock);
  input->busy = busy;
  pthread_mutex_unlock(&input->lock);
}

void mock_input_set_pressed(MockInput *input, int code) {
  pthread_mutex_lock(&input->lock);
  input->pressed = code;
  pthread_mutex_unlock(&input->lock);
}

int mock_input_count(MockInput *input, MockInputCount what) {
  pthread_mutex_lock(&input->lock);
  int result = input->counts[what];
  pthread_mutex_unlock(&input->lock);
  return result;
}

bool mock_input_await(MockInput *input, MockInputCount what, int count) {
  struct timespec end;
  clock_gettime(CLOCK_REALTIME, &end);
  end.tv_sec += 10;
  pthread_mutex_lock(&input->lock);
  bool reached = true;
  while (reached && input->counts[what] < count) reached = pthread_cond_timedwait(&input->counted, &input->lock, &end) == 0;
  pthread_mutex_unlock(&input->lock);
  return reached;
}
