/* Streams to TCP ports of the node and to its engine. */
#ifndef DIAL_H
#define DIAL_H

#include "stream.h"

extern const struct kind tcp_ports, engine_sockets;

#endif
