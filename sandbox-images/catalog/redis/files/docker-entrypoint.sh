#!/bin/sh
set -e
# Options or a configuration file alone are for redis-server: `docker run redis --appendonly yes`, `docker run redis /etc/redis.conf`.
if [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then
  set -- redis-server "$@"
fi
if [ "$1" = redis-server ]; then
  if [ "$(id -u)" = 0 ]; then
    find . \! -user redis -exec chown redis '{}' +
    exec setpriv --reuid redis --regid redis --init-groups "$0" "$@"
  fi
  # Docker's networks stand for the protected mode that Debian's redis begins with, as in Docker Hub's image; a
  # configuration that names it decides.
  case " $* " in
  *' --protected-mode '*) ;;
  *) grep -qs '^[[:space:]]*protected-mode' "${2-}" || set -- "$@" --protected-mode no ;;
  esac
fi
exec "$@"
