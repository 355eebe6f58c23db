#!/bin/bash
# Behaves like Docker Hub's postgres: the first start with an empty PGDATA creates the cluster, user and database from the
# environment and runs /docker-entrypoint-initdb.d; later starts only serve.
set -euo pipefail

die() { printf '%s\n' "$@" >&2; exit 1; }

# from_file NAME DEFAULT: prints its value, or the content of the file that NAME_FILE names.
from_file() {
  local file=$1_FILE
  if [ -n "${!file:-}" ]; then
    [ -z "${!1:-}" ] || die "error: both $1 and $file are set (but are exclusive)"
    export "$1=$(< "${!file}")"
    unset "$file"
  else
    export "$1=${!1:-$2}"
  fi
}

check_settings() {
  from_file POSTGRES_PASSWORD ''
  from_file POSTGRES_USER postgres
  from_file POSTGRES_DB "$POSTGRES_USER"
  from_file POSTGRES_INITDB_ARGS ''
  : "${POSTGRES_HOST_AUTH_METHOD:=}"
  [ -n "$POSTGRES_PASSWORD" ] || [ "$POSTGRES_HOST_AUTH_METHOD" = trust ] || die \
    'Error: Database is uninitialized and superuser password is not specified.' \
    '       You must specify POSTGRES_PASSWORD to a non-empty value for the' \
    '       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".' '' \
    '       You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all' \
    '       connections without a password. This is *not* recommended.'
}

sql() { # as the first user, on the socket of the temporary server, which has no other clients
  PGHOST='' PGHOSTADDR='' psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --no-password --no-psqlrc "$@"
}

run_scripts() {
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
    *.sh)
      echo "$0: running $file"
      # shellcheck source=/dev/null
      if [ -x "$file" ]; then "$file"; else . "$file"; fi
      ;;
    *.sql) echo "$0: running $file" && sql --dbname "$POSTGRES_DB" --file "$file" ;;
    *.sql.gz) echo "$0: running $file" && gunzip -c "$file" | sql --dbname "$POSTGRES_DB" ;;
    '/docker-entrypoint-initdb.d/*') ;;
    *) echo "$0: ignoring $file" ;;
    esac
  done
}

initialise() {
  local method=$POSTGRES_HOST_AUTH_METHOD
  # shellcheck disable=SC2086 # several options
  initdb --username "$POSTGRES_USER" --pwfile <(printf '%s\n' "$POSTGRES_PASSWORD") $POSTGRES_INITDB_ARGS
  [ -n "$method" ] || method=$(postgres -C password_encryption "${@:2}")
  printf '\nhost all all all %s\n' "$method" >> "$PGDATA/pg_hba.conf"
  PGUSER=$POSTGRES_USER pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -p ${PGPORT:-5432}" -w start
  if [ "$POSTGRES_DB" != postgres ]; then
    sql --dbname postgres --set db="$POSTGRES_DB" <<< 'CREATE DATABASE :"db";'
  fi
  run_scripts
  pg_ctl -D "$PGDATA" -m fast -w stop
  printf '\nPostgreSQL init process complete; ready for start up.\n\n'
}

[ "${1:0:1}" != - ] || set -- postgres "$@"
if [ "$1" = postgres ]; then
  if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA" /var/run/postgresql
    chmod 700 "$PGDATA"
    find "$PGDATA" /var/run/postgresql \! -user postgres -exec chown postgres '{}' +
    exec setpriv --reuid postgres --regid postgres --init-groups env HOME=/var/lib/postgresql "$0" "$@"
  fi
  if [ ! -s "$PGDATA/PG_VERSION" ]; then
    check_settings
    initialise "$@"
  fi
fi
exec "$@"
