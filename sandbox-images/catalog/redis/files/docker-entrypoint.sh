#!/bin/sh
set -e
# Options or a configuration file without a command are passed to redis-server: `docker run redis --appendonly yes`, `docker run redis /etc/redis.conf`.
if [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then
  set -- redis-server "$@"
fi
if [ "$1" = redis-server ]; then
  if [ "$(id -u)" = 0 ]; then
    find . \! -user redis -exec chown redis '{}' +
    exec setpriv --reuid redis --regid redis --init-groups "$0" "$@"
  fi
  # Disables the protected mode of Debian's redis, like Docker Hub's image, because Docker's networks protect the server; a
  # configuration that sets it takes precedence.
  case " $* " in
  *' --protected-mode '*) ;;
  *) grep -qs '^[[:space:]]*protected-mode' "${2-}" || set -- "$@" --protected-mode no ;;
  esac
fi
exec "$@"
