#!/bin/sh
set -e
# Arguments that are not a command of the system are passed to node: `docker run node app.js`, `docker run node --version`.
if [ "${1#-}" != "$1" ] || ! command -v "$1" > /dev/null || { [ -f "$1" ] && ! [ -x "$1" ]; }; then
  set -- node "$@"
fi
exec "$@"
