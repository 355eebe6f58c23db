#!/bin/bash
# Behaves like Docker Hub's mysql: the first start with an empty /var/lib/mysql creates users and a database from the
# environment and runs /docker-entrypoint-initdb.d; later starts only serve.
set -euo pipefail

data=/var/lib/mysql
socket=/run/mysqld/mysqld.sock
unfinished=$data/.unfinished # exists during the first start; if that was interrupted, the next start repeats it

note() { echo "[Note] [Entrypoint]: $*"; }
die() { echo "[ERROR] [Entrypoint]: $*" >&2; exit 1; }

# from_file NAME: prints its value, or the content of the file that NAME_FILE names.
from_file() {
  local file=$1_FILE
  if [ -n "${!file:-}" ]; then
    [ -z "${!1:-}" ] || die "both $1 and $file are set, of which only one can hold"
    export "$1=$(< "${!file}")"
    unset "$file"
  fi
}

literal() { # as text in SQL
  local text=${1//\\/\\\\}
  printf "'%s'" "${text//\'/\'\'}"
}
identifier() { printf '`%s`' "${1//\`/\`\`}"; }

sql() { MYSQL_PWD=${root_password:-} mysql --protocol=socket --socket="$socket" --user=root "$@"; }

check_settings() {
  local name
  for name in MYSQL_ROOT_PASSWORD MYSQL_DATABASE MYSQL_USER MYSQL_PASSWORD MYSQL_ROOT_HOST; do from_file "$name"; done
  [ -n "${MYSQL_ROOT_PASSWORD:-}${MYSQL_ALLOW_EMPTY_PASSWORD:-}${MYSQL_RANDOM_ROOT_PASSWORD:-}" ] ||
    die 'Database is uninitialized and password option is not specified
    You need to specify one of the following as an environment variable:
    - MYSQL_ROOT_PASSWORD
    - MYSQL_ALLOW_EMPTY_PASSWORD
    - MYSQL_RANDOM_ROOT_PASSWORD'
  [ "${MYSQL_USER:-}" != root ] || die 'MYSQL_USER is for another user than root, whose password is MYSQL_ROOT_PASSWORD'
  [ -z "${MYSQL_USER:-}" ] || [ -n "${MYSQL_PASSWORD:-}" ] || die 'MYSQL_USER also needs MYSQL_PASSWORD'
}

start_without_network() {
  "$@" --skip-networking --socket="$socket" &
  server=$!
  for _ in {1..400}; do # about two minutes: many learners may start theirs at the same time
    ! root_password='' sql --execute 'SELECT 1' > /dev/null 2>&1 || return 0
    kill -0 "$server" 2> /dev/null || die 'The server did not start'
    sleep 0.25
  done
  die 'The server did not get ready'
}

make_users() {
  local root=${MYSQL_ROOT_PASSWORD:-} host=${MYSQL_ROOT_HOST:-%}
  if [ -n "${MYSQL_RANDOM_ROOT_PASSWORD:-}" ]; then
    root=$(openssl rand -base64 24)
    note "GENERATED ROOT PASSWORD: $root"
  fi
  {
    echo "DROP USER IF EXISTS root@'127.0.0.1', root@'::1'; ALTER USER root@localhost IDENTIFIED BY $(literal "$root");"
    [ "$host" = localhost ] ||
      echo "CREATE USER root@$(literal "$host") IDENTIFIED BY $(literal "$root"); GRANT ALL ON *.* TO root@$(literal "$host") WITH GRANT OPTION;"
    [ -z "${MYSQL_DATABASE:-}" ] || echo "CREATE DATABASE IF NOT EXISTS $(identifier "$MYSQL_DATABASE");"
    if [ -n "${MYSQL_USER:-}" ]; then
      echo "CREATE USER $(literal "$MYSQL_USER")@'%' IDENTIFIED BY $(literal "$MYSQL_PASSWORD");"
      [ -z "${MYSQL_DATABASE:-}" ] || echo "GRANT ALL ON $(identifier "${MYSQL_DATABASE//_/\\_}").* TO $(literal "$MYSQL_USER")@'%';"
    fi
  } | sql
  root_password=$root
}

run_scripts() {
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
    *.sh)
      note "running $file"
      # shellcheck source=/dev/null
      if [ -x "$file" ]; then "$file"; else . "$file"; fi
      ;;
    *.sql) note "running $file" && sql ${MYSQL_DATABASE:+"$MYSQL_DATABASE"} < "$file" ;;
    *.sql.gz) note "running $file" && gunzip -c "$file" | sql ${MYSQL_DATABASE:+"$MYSQL_DATABASE"} ;;
    '/docker-entrypoint-initdb.d/*') ;;
    *) note "ignoring $file" ;;
    esac
  done
}

initialise() {
  check_settings
  note 'Initializing database files'
  [ ! -e "$unfinished" ] || find "$data" -mindepth 1 -delete
  touch "$unfinished"
  tar -C "$data" -xzf /usr/local/share/mysql-empty.tar.gz
  note 'Database files initialized'
  start_without_network "$@"
  make_users
  run_scripts
  note 'Stopping temporary server'
  kill "$server"
  wait "$server"
  rm "$unfinished"
  note 'MySQL init process done. Ready for start up.'
}

[ "${1:0:1}" != - ] || set -- mysqld "$@"
if [ "$1" = mysqld ] || [ "$1" = mariadbd ]; then
  mkdir -p "$data" /run/mysqld
  [ "$(id -u)" != 0 ] || chown mysql:mysql "$data" /run/mysqld
  if [ ! -d "$data/mysql" ] || [ -e "$unfinished" ]; then initialise "$@"; fi
fi
exec "$@"
