#!/bin/bash
set -eu
# Made before the server would make it: a command that root gives by `docker exec` meanwhile would make one of root's.
make_cookie() {
  local cookie=/var/lib/rabbitmq/.erlang.cookie
  [ -e "$cookie" ] || (umask 377 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' > "$cookie")
}

# RabbitMQ runs as its own user, as in Docker Hub's image. It reads RABBITMQ_DEFAULT_USER, _PASS and _VHOST by itself.
if [[ $1 == rabbitmq* ]] && [ "$(id -u)" = 0 ]; then
  if [ "$1" = rabbitmq-server ]; then
    make_cookie
    find /var/lib/rabbitmq \! -user rabbitmq -exec chown rabbitmq '{}' +
  fi
  exec setpriv --reuid rabbitmq --regid rabbitmq --init-groups "$0" "$@"
fi
exec "$@"
