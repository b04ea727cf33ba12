#ifndef FLOOR_H
#define FLOOR_H

/// Answers every GET with a unit of the serial number that the path ends in, on a thread a connection.
/// Returns the port on 127.0.0.1, or -1.
int floor_serve(void);

/// The least that an agent can do: for each line read from standard input one GET over one kept-alive connection,
/// and one line with the verdict to standard output. Returns when standard input ends.
int floor_agent(int port);

#endif
