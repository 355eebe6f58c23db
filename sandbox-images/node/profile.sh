# One line of welcome in the first shell of a terminal.
if [ -n "${PS1-}" ] && [ "${SHLVL:-1}" = 1 ]; then
  printf 'This is \033[1m%s\033[0m, a machine of your own with Docker %s. You are root.\n' \
    "$(hostname)" "$(dpkg-query -f '${source:Upstream-Version}' -W docker.io | sed 's/+.*//')"
fi
