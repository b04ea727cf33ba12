#ifndef FLOOR_H
#define FLOOR_H

/// Answers every GET with a unit of the serial number that the path ends in, on a thread a connection.
/// Returns the port on 127.0.0.1, or -1.
int floor_serve(void);

/// The least that an agent can do: for each line read from standard input one GET over one kept-alive connection,
/// and one line with the verdict to standard output. Returns when standard input ends.
int floor_agent(int port);

/// The same for the digits that an event node types, ended by Enter. Returns when the node is gone.
int floor_wedge_agent(int port, const char *devnode);

/// When the server had read the latest request: nanoseconds of CLOCK_MONOTONIC.
long floor_request_at(void);

#endif
