/* node-root: first process of a node. Gives the node a root file system on its own disk, then executes the node's init.
 *
 * The host engine has mounted the disk at /.disk. The new root is an overlay: the lower layer is the image's own root, the
 * upper layer a folder of the disk. So the disk bounds all files of a node, and the host engine, which reads /etc/passwd and
 * other files of a container, never reads a file that root in the node has written. No access to the old root remains, and no
 * program of a learner runs before the old root is detached. docs/decisions/0018-sandbox-disk.md */
#define _GNU_SOURCE
#include "root.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define DISK "/.disk"
#define UPPER DISK "/root"
#define WORK DISK "/work"
#define NEW_ROOT "/mnt"
#define MAX_MOUNTS 64 /* a container has about fifteen */

static char *const INIT[] = {"/usr/bin/tini", "--", "/usr/local/sbin/node-entrypoint", NULL};

/* A mount that moves to the new root: a copy of it, and its path. */
struct tree {
    char at[256];
    int copy;
};

void fail(const char *doing, const char *what) {
    fprintf(stderr, "node-root: %s %s: %s\n", doing, what, strerror(errno));
    exit(1);
}

static int is_below(const char *path, const char *folder) {
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

/* Mounts that do not move to the new root: the disk itself, which the node must not see, and the engine's files below /etc,
 * which are outside the disk, so that a node could fill the engine's disk with them (names.c copies them). */
static int stays(const char *at) {
    return strcmp(at, "/") == 0 || is_below(at, DISK) || is_below(at, "/etc") || strstr(at, "docker-init") != NULL ||
           strchr(at, '\\') != NULL;
}

static int already_has(const struct tree *trees, int count, const char *at) {
    for (int i = 0; i < count; i++)
        if (is_below(at, trees[i].at)) return 1;
    return 0;
}

/* mountinfo lists parents before their children, and a copy of a mount includes the mounts below it. */
static int copy_mounts(struct tree *trees) {
    FILE *mounts = fopen("/proc/self/mountinfo", "re");
    if (!mounts) fail("open", "mountinfo");
    char line[4096], at[256];
    int count = 0;
    while (fgets(line, sizeof line, mounts)) {
        if (sscanf(line, "%*s %*s %*s %*s %255s", at) != 1 || stays(at) || already_has(trees, count, at)) continue;
        if (count == MAX_MOUNTS) break;
        struct tree *tree = &trees[count++];
        strcpy(tree->at, at);
        tree->copy = (int)syscall(SYS_open_tree, AT_FDCWD, at, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
        if (tree->copy < 0) fail("copy the mount", at);
    }
    fclose(mounts);
    return count;
}

static void make_target(const char *at, int is_folder) {
    char path[256];
    strcpy(path, at);
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(path, 0755);
        *slash = '/';
    }
    if (is_folder) {
        mkdir(path, 0755);
    } else {
        int file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
        if (file >= 0) close(file);
    }
}

static void put(const struct tree *tree) {
    struct stat is;
    if (fstat(tree->copy, &is) < 0) fail("look at", tree->at);
    make_target(tree->at, S_ISDIR(is.st_mode));
    if (syscall(SYS_move_mount, tree->copy, "", AT_FDCWD, tree->at, MOVE_MOUNT_F_EMPTY_PATH) < 0) fail("mount", tree->at);
}

/* Mounts a folder of the disk in the node, so that the node's engine finds a plain file system there. */
static int copy_folder(struct tree *tree, const char *folder, const char *at) {
    if (mkdir(folder, 0710) < 0 && errno != EEXIST) fail("make", folder);
    strcpy(tree->at, at);
    tree->copy = (int)syscall(SYS_open_tree, AT_FDCWD, folder, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
    if (tree->copy < 0) fail("copy the mount", folder);
    return 1;
}

static int has_disk(void) {
    struct stat disk, root;
    return stat(DISK, &disk) == 0 && stat("/", &root) == 0 && disk.st_dev != root.st_dev;
}

/* An open file or folder of the old root would keep it reachable through /proc, so this process has none. */
static void change_root(void) {
    if (chdir(NEW_ROOT) < 0 || syscall(SYS_pivot_root, ".", ".") < 0) fail("change the root to", NEW_ROOT);
    if (umount2(".", MNT_DETACH) < 0 || chdir("/") < 0) fail("leave", "the old root");
}

/* The engine's log is on the engine's disk, not on the node's. */
static void close_output(void) {
    int nowhere = open("/dev/null", O_RDWR | O_NOCTTY);
    if (nowhere < 0) fail("open", "/dev/null");
    for (int standard = 0; standard < 3; standard++) dup2(nowhere, standard);
    if (nowhere > 2) close(nowhere);
}

int main(void) {
    umask(022);
    if (has_disk()) {
        struct tree trees[MAX_MOUNTS + 2];
        int is_new = mkdir(UPPER, 0755) == 0;
        if (mkdir(WORK, 0700) < 0 && errno != EEXIST) fail("make", WORK);
        struct names names;
        read_names(&names);
        int count = copy_mounts(trees);
        if (mount("overlay", NEW_ROOT, "overlay", 0, "userxattr,lowerdir=/,upperdir=" UPPER ",workdir=" WORK) < 0)
            fail("mount", "the root");
        count += copy_folder(&trees[count], DISK "/docker", "/var/lib/docker");
        count += copy_folder(&trees[count], DISK "/containerd", "/var/lib/containerd");
        change_root();
        for (int i = 0; i < count; i++) put(&trees[i]);
        write_names(&names, is_new);
        close_output();
    }
    execv(INIT[0], INIT);
    fail("start", INIT[0]);
}
