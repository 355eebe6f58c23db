#ifndef SESSION_H
#define SESSION_H

#include <sys/types.h>

/* Sends SIGHUP to a session, as a closed terminal does, and kills the remaining processes a second later. */
void end_session(pid_t session);

#endif
