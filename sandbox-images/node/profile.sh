# One line of welcome in the first shell of a terminal.
if [ -n "${PS1-}" ] && [ "${SHLVL:-1}" = 1 ]; then
  printf 'This is \033[1m%s\033[0m, a machine of your own with Docker %s. You are root.\n' \
    "$(hostname)" "$(dpkg-query -f '${source:Upstream-Version}' -W docker.io | sed 's/+.*//')"
fi
# Where the engine cannot show a node its own size (engine/node-proc).
if [ -n "${PS1-}" ] && [ "${SHLVL:-1}" = 1 ] && [ ! -e /.proc/lxcfs/proc/meminfo ]; then
  printf 'It has %s MiB of memory; free, top and docker info show those of the whole computer here.\n' \
    "$(($(cat /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max 2> /dev/null) / 1048576))"
fi
