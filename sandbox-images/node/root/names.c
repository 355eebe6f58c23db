/* Copies the files with names, which the host engine has written for the container, to the node's disk. */
#define _GNU_SOURCE
#include "root.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads at most size - 1 bytes, and only of a regular file: in the new root the path may be anything. */
static void read_file(const char *path, char *text, size_t size) {
    size_t length = 0;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat is;
    if (file >= 0 && fstat(file, &is) == 0 && S_ISREG(is.st_mode)) {
        ssize_t more;
        while (length < size - 1 && (more = read(file, text + length, size - 1 - length)) > 0) length += (size_t)more;
    }
    if (file >= 0) close(file);
    text[length] = 0;
}

/* The node starts even if its disk is full. */
static void write_file(const char *path, const char *text) {
    unlink(path);
    int file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
    if (file < 0) return;
    for (size_t done = 0, length = strlen(text); done < length;) {
        ssize_t more = write(file, text + done, length - done);
        if (more <= 0) break;
        done += (size_t)more;
    }
    close(file);
}

void read_names(struct names *names) {
    read_file("/etc/hostname", names->hostname, sizeof names->hostname);
    read_file("/etc/resolv.conf", names->resolver, sizeof names->resolver);
    read_file("/etc/hosts", names->hosts, sizeof names->hosts);
}

/* Returns the line "ADDRESS\tHOSTNAME", the last line that the engine writes. */
static const char *own_line(const struct names *names) {
    size_t length = strlen(names->hosts);
    while (length > 0 && names->hosts[length - 1] == '\n') length--;
    while (length > 0 && names->hosts[length - 1] != '\n') length--;
    return names->hosts + length;
}

static void update_hosts(const struct names *names) {
    char now[MAX_NAMES], next[MAX_NAMES + 512] = "";
    const char *own = own_line(names), *name = strchr(own, '\t');
    read_file("/etc/hosts", now, sizeof now);
    if (!name || strlen(own) > 256 || strstr(now, own)) return;
    for (char *rest = now, *line; (line = strsep(&rest, "\n"));) {
        char *its_name = strchr(line, '\t');
        size_t length = its_name ? strlen(its_name) : 0;
        if (*line == 0 || (length > 1 && strncmp(its_name, name, length) == 0 && name[length] == '\n')) continue;
        strcat(strcat(next, line), "\n");
    }
    write_file("/etc/hosts", strcat(next, own));
}

void write_names(const struct names *names, int is_new) {
    if (is_new) {
        write_file("/etc/hostname", names->hostname);
        write_file("/etc/resolv.conf", names->resolver);
        write_file("/etc/hosts", names->hosts);
    } else {
        update_hosts(names);
    }
}
