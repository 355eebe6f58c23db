/* Streams of commands, which run without a terminal. */
#ifndef COMMAND_H
#define COMMAND_H

#include "stream.h"

extern const struct kind commands;

#endif
