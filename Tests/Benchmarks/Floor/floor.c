#include "Floor.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/input.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static const char unit_format[] =
    "{\"id\":\"0b0c0e2a-6f0e-4a58-9f0e-3f6a1f0c7a11\",\"serial_number\":\"%s\",\"created_at\":\"2026-03-12T10:31:00Z\","
    "\"sample\":null,\"parent\":null,\"children\":[],\"part\":{\"id\":\"p1\",\"number\":\"PCB-MAIN-001\","
    "\"name\":\"Main Control Board\",\"revision\":{\"id\":\"r1\",\"number\":\"A\"}},\"batch\":null,"
    "\"created_by_user\":null,\"created_by_station\":{\"id\":\"s1\",\"name\":\"ICT-1\"},\"attachments\":[],"
    "\"created_during\":{\"id\":\"run-1\",\"created_at\":\"2026-03-12T10:31:00Z\",\"started_at\":\"2026-03-12T10:25:00Z\","
    "\"ended_at\":\"2026-03-12T10:30:00Z\",\"duration\":\"PT5M\",\"outcome\":\"PASS\","
    "\"procedure\":{\"id\":\"proc-1\",\"name\":\"PCB Assembly\"}}}";

/* Reads up to the blank line of a head; returns its length, 0 at the end. */
static size_t read_head(int fd, char *buffer, size_t size) {
  size_t have = 0;
  while (have + 1 < size) {
    ssize_t got = read(fd, buffer + have, size - 1 - have);
    if (got <= 0) return 0;
    have += (size_t)got;
    buffer[have] = 0;
    if (strstr(buffer, "\r\n\r\n")) return have;
  }
  return 0;
}

static _Atomic long request_at;

long floor_request_at(void) { return request_at; }

static void *answer(void *argument) {
  int fd = (int)(intptr_t)argument;
  char head[8192], body[2048], reply[4096];
  while (read_head(fd, head, sizeof head)) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    request_at = now.tv_sec * 1000000000L + now.tv_nsec;
    char *path = head + 4, *end = strchr(path, ' ');
    if (!end) break;
    *end = 0;
    char *serial = strrchr(path, '/');
    serial = serial ? serial + 1 : path;
    int length = strcmp(serial, "whoami") == 0
                     ? snprintf(body, sizeof body,
                                "{\"type\":\"station\",\"station\":{\"id\":\"s1\",\"name\":\"bench\"},"
                                "\"organization\":{\"id\":\"o1\",\"name\":\"bench\",\"slug\":\"bench\"}}")
                     : snprintf(body, sizeof body, unit_format, serial);
    int total = snprintf(reply, sizeof reply,
                         "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", length, body);
    if (write(fd, reply, (size_t)total) != total) break;
  }
  close(fd);
  return NULL;
}

static void *accept_all(void *argument) {
  int listener = (int)(intptr_t)argument, one = 1;
  for (;;) {
    int fd = accept(listener, NULL, NULL);
    if (fd < 0) return NULL;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    pthread_t thread;
    if (pthread_create(&thread, NULL, answer, (void *)(intptr_t)fd) == 0) pthread_detach(thread);
  }
}

int floor_serve(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  pthread_t thread;
  if (listener < 0 || bind(listener, (struct sockaddr *)&address, length) || listen(listener, 64) ||
      getsockname(listener, (struct sockaddr *)&address, &length) ||
      pthread_create(&thread, NULL, accept_all, (void *)(intptr_t)listener))
    return -1;
  pthread_detach(thread);
  return ntohs(address.sin_port);
}

/* A connection to the server, or -1. */
static int connect_to(int port) {
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address)) return -1;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  return fd;
}

/* One GET, and one line with the verdict; 0 unless something fails. */
static int ask(int fd, int port, const char *serial) {
  char request[1024], reply[8192], verdict[1024];
  int total = snprintf(request, sizeof request,
                       "GET /api/v2/units/%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer demo\r\n"
                       "Accept: application/json\r\n\r\n",
                       serial, port);
  if (write(fd, request, (size_t)total) != total) return 1;
  size_t have = 0, want = 0;
  char *body = NULL;
  do {
    ssize_t part = read(fd, reply + have, sizeof reply - 1 - have);
    if (part <= 0) return 1;
    have += (size_t)part;
    reply[have] = 0;
    if (!body && (body = strstr(reply, "\r\n\r\n"))) {
      char *field = strstr(reply, "Content-Length: ");
      body += 4;
      want = (size_t)(body - reply) + (field ? strtoul(field + 16, NULL, 10) : 0);
    }
  } while (!body || have < want);
  char *number = strstr(body, "\"serial_number\":\""), *outcome = strstr(body, "\"outcome\":\"");
  int same = number && strncmp(number + 17, serial, strlen(serial)) == 0;
  int pass = same && outcome && strncmp(outcome + 11, "PASS\"", 5) == 0;
  total = snprintf(verdict, sizeof verdict, "{\"type\":\"verdict\",\"serial_number\":\"%s\",\"verdict\":\"%s\"}\n", serial,
                   pass ? "PASS" : "FAIL");
  return write(STDOUT_FILENO, verdict, (size_t)total) != total;
}

int floor_agent(int port) {
  int fd = connect_to(port);
  if (fd < 0 || write(STDOUT_FILENO, "ready\n", 6) != 6) return 1;
  char line[512];
  for (;;) {
    ssize_t got = read(STDIN_FILENO, line, sizeof line - 1);
    if (got <= 0) return 0;
    line[strcspn(line, "\r\n")] = 0;
    if (ask(fd, port, line)) return 1;
  }
}

int floor_wedge_agent(int port, const char *devnode) {
  int fd = connect_to(port), node = open(devnode, O_RDONLY);
  if (fd < 0 || node < 0 || ioctl(node, EVIOCGRAB, 1) || write(STDOUT_FILENO, "ready\n", 6) != 6) return 1;
  struct input_event events[64];
  char serial[512];
  size_t length = 0;
  for (;;) {
    ssize_t got = read(node, events, sizeof events);
    if (got <= 0) return 0;
    for (struct input_event *event = events; (char *)event < (char *)events + got; event++) {
      if (event->type != EV_KEY || event->value != 1) continue;
      if (event->code == KEY_ENTER) {
        serial[length] = 0;
        length = 0;
        if (ask(fd, port, serial)) return 1;
      } else if (length + 1 < sizeof serial) {
        serial[length++] = event->code == KEY_0 ? '0' : (char)('1' + event->code - KEY_1);
      }
    }
  }
}
