#define _GNU_SOURCE
#include "session.h"

#include <ctype.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Returns the session of a process; -1 if the process no longer exists or is a zombie. */
static pid_t session_of(const char *pid) {
    char path[64], line[512];
    snprintf(path, sizeof path, "/proc/%s/stat", pid);
    FILE *file = fopen(path, "re");
    if (!file) return -1;
    size_t length = fread(line, 1, sizeof line - 1, file);
    fclose(file);
    line[length] = 0;
    char *after_name = strrchr(line, ')'); /* a name may contain anything */
    char state;
    int session;
    if (!after_name || sscanf(after_name, ") %c %*d %*d %d", &state, &session) != 2 || state == 'Z') return -1;
    return session;
}

/* Returns the number of processes. */
static int signal_all(pid_t session, int signal) {
    int found = 0;
    DIR *processes = opendir("/proc");
    if (!processes) return 0;
    for (struct dirent *entry; (entry = readdir(processes));) {
        if (!isdigit((unsigned char)entry->d_name[0]) || session_of(entry->d_name) != session) continue;
        found++;
        if (signal) kill(atoi(entry->d_name), signal);
    }
    closedir(processes);
    return found;
}

void end_session(pid_t session) {
    signal_all(session, SIGHUP);
    signal_all(session, SIGCONT);
    for (int i = 0; i < 50 && signal_all(session, 0); i++) usleep(20 * 1000);
    signal_all(session, SIGKILL);
}
