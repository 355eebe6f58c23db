#!/bin/bash
set -eu
# Created before the server creates it: a command that root runs by `docker exec` in between would create one owned by root.
make_cookie() {
  local cookie=/var/lib/rabbitmq/.erlang.cookie
  [ -e "$cookie" ] || (umask 377 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' > "$cookie")
}

# RabbitMQ runs as its own user, as in Docker Hub's image. The server itself reads RABBITMQ_DEFAULT_USER, _PASS and _VHOST.
if [[ $1 == rabbitmq* ]] && [ "$(id -u)" = 0 ]; then
  if [ "$1" = rabbitmq-server ]; then
    make_cookie
    find /var/lib/rabbitmq \! -user rabbitmq -exec chown rabbitmq '{}' +
  fi
  exec setpriv --reuid rabbitmq --regid rabbitmq --init-groups "$0" "$@"
fi
exec "$@"
