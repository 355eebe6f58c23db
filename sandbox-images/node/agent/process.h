/* Child processes of the agent. */
#ifndef PROCESS_H
#define PROCESS_H

/* Gives this process a session of its own, these standard streams, and the usual treatment of signals. */
void become_child(const int standard[3]);

#endif
