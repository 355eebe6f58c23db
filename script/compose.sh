# shellcheck shell=bash
# Settings of this installation, and calls of docker-compose.yml with them.

COMPOSE_PROJECT=slipway

# setting NAME DEFAULT: prints the last value passed to `up`; var/settings has a line NAME=value for each setting.
setting() {
  local value
  value=$(sed -n "s/^$1=//p" "$VAR/settings" 2>/dev/null | tail -n 1) || true
  echo "${value:-$2}"
}

keep_setting() {
  local others
  mkdir -p "$VAR"
  others=$(grep -v "^$1=" "$VAR/settings" 2>/dev/null) || true
  printf '%s\n' ${others:+"$others"} "$1=$2" >"$VAR/settings"
}

platform_url() { echo "http://localhost:$(setting PORT 8080)"; }

# Whether a server listens on the port.
port_answers() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

port_owner() {
  local name
  name=$(ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)".*/\1/p' | head -n 1) || true
  [ -z "$name" ] || printf ' by %s' "$name"
}

platform_has_port() {
  [ "$(docker container inspect --format \
    '{{range $ports := .NetworkSettings.Ports}}{{range $ports}}{{.HostPort}} {{end}}{{end}}' \
    slipway-platform 2>/dev/null)" = "$1 " ]
}

compose_environment() {
  echo "SLIPWAY_RUN=$VAR/run"
  echo "SLIPWAY_DATA=$VAR/data"
  echo "SLIPWAY_PORT=$(setting PORT 8080)"
  echo "SLIPWAY_URL=$(platform_url)"
  echo "SLIPWAY_DEMO=$(setting DEMO true)"
  echo "SLIPWAY_LABS=$(setting LABS "")"
  echo "SLIPWAY_ENGINE_PRIVILEGED=$(engine_privileged)"
}

has_compose() { docker compose version >/dev/null 2>&1; }

# Runs the host's Compose, or Compose from our image, with the host's socket and the project at the same path.
compose() {
  local environment
  mapfile -t environment < <(compose_environment)
  if has_compose; then
    (cd "$ROOT" && env "${environment[@]}" docker compose --project-name "$COMPOSE_PROJECT" "$@")
  else
    docker run --rm --network none --label dev.slipway=tool "${environment[@]/#/--env=}" \
      --volume "$(docker_socket):/var/run/docker.sock" --volume "$ROOT:$ROOT" --workdir "$ROOT" \
      slipway/compose:dev --project-name "$COMPOSE_PROJECT" "$@"
  fi
}

# The containers have fixed names, so one machine runs one Slipway. Prints the folder of another checkout that runs it now.
# Ignores containers of a deleted checkout, and containers that the Docker just started has restarted automatically.
running_elsewhere() {
  local part folder
  [ "$DOCKER_JUST_STARTED" = false ] || return 0
  for part in platform engine; do
    folder=$(docker container inspect --format \
      '{{if .State.Running}}{{index .Config.Labels "com.docker.compose.project.working_dir"}}{{end}}' \
      "slipway-$part" 2>/dev/null) || continue
    if [ -n "$folder" ] && [ "$folder" != "$ROOT" ] && [ -f "$folder/docker-compose.yml" ]; then
      echo "$folder"
      return
    fi
  done
}

refuse_second_checkout() {
  local folder
  folder=$(running_elsewhere)
  [ -z "$folder" ] || die "Slipway already runs on this machine, from $folder." "Run: $folder/slipway down"
}
