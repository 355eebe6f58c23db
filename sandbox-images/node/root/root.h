/* Parts of node-root. */
#ifndef ROOT_H
#define ROOT_H

/* Ends the node with a message in the engine's log. */
void fail(const char *doing, const char *what) __attribute__((noreturn));

#define MAX_NAMES 16384 /* a few lines each */

/* The files that the host engine has written for the container: /etc/hostname, /etc/resolv.conf, /etc/hosts. */
struct names {
    char hostname[256], resolver[MAX_NAMES], hosts[MAX_NAMES];
};

void read_names(struct names *names);

/* Writes them into the new root. When the node restarts, this updates only the node's own address in /etc/hosts and keeps the
 * learner's changes. */
void write_names(const struct names *names, int is_new);

#endif
