# shellcheck shell=bash
# Stopping, and removing every trace. Found by our labels and Compose's project name, never by a guess; works without
# Compose and may be run twice.

slipway_down() {
  local purge=false
  case ${1-} in
  '') ;;
  --purge) purge=true ;;
  *) bad_usage "down has one option, --purge." ;;
  esac
  alone
  if has docker && ours_to_stop; then
    ! docker_answers || step down "Stopping Slipway" stop_containers
    [ "$purge" = false ] || purge_docker
  fi
  if [ "$purge" = true ]; then
    purge_files
    say "Every trace of Slipway is gone. Debian packages that it installed stay."
  else
    say "Slipway is stopped; its data is kept. ./slipway up starts it again."
  fi
}

ours_to_stop() {
  local folder
  folder=$(running_elsewhere)
  [ -z "$folder" ] && return
  say "Slipway on this machine runs from $folder and is left alone."
  return 1
}

ours() { docker "$1" ls --quiet "${@:2}" --filter "label=com.docker.compose.project=$COMPOSE_PROJECT"; }

# Each in its turn and with its own grace period: the platform lets go of its streams, the engine stops its nodes.
stop_containers() {
  local part
  for part in watch platform images registry engine; do
    case $(container_state "slipway-$part") in
    absent) ;;
    *) docker stop "slipway-$part" >/dev/null ;;
    esac
  done
  ours container --all | xargs -r docker rm --force --volumes
  docker container ls --all --quiet --filter label=dev.slipway | xargs -r docker rm --force --volumes
  ours network | xargs -r docker network rm
}

# What the containers left needs a Docker that answers, if only for this.
purge_docker() {
  if ! docker_answers; then
    if ! is_root || ! has dockerd; then
      warn "Docker does not run; images and volumes of Slipway may be left. Start it and run this command again."
      return
    fi
    start_docker
    step down "Stopping Slipway" stop_containers
  fi
  # Before the images go: only a container has the rights on var/data where this script has not.
  is_root || [ ! -d "$VAR/data" ] || in_var rm -rf data run || warn "var/data could not be removed."
  step purge "Removing volumes and images" remove_volumes_and_images
  stop_own_docker
}

remove_volumes_and_images() {
  ours volume | xargs -r docker volume rm
  docker image ls --quiet --filter label=dev.slipway=image | sort -u | xargs -r docker image rm --force
  remove_own_base
}

# The base image is ours only where the script imported it. Layers that a build has left behind stand on it.
remove_own_base() {
  local base=debian:trixie-slim layer image removed=true
  [ "$(docker image inspect --format '{{index .Config.Labels "dev.slipway"}}' "$base" 2>/dev/null)" = base ] || return 0
  layer=$(docker image inspect --format '{{index .RootFS.Layers 0}}' "$base")
  while [ "$removed" = true ]; do
    removed=false
    for image in $(docker image ls --quiet --filter dangling=true); do
      [ "$(docker image inspect --format '{{index .RootFS.Layers 0}}' "$image")" = "$layer" ] || continue
      ! docker image rm "$image" || removed=true
    done
  done
  docker image rm "$base" || echo "$base stays: another image stands on it"
}

# The Docker that the script started goes too, unless someone else's containers run in it.
stop_own_docker() {
  local pid
  pid=$(own_dockerd) || return 0
  if [ -n "$(docker container ls --quiet)" ]; then
    say "Docker was started by Slipway and keeps running: it has other containers."
    return 0
  fi
  step dockerd "Stopping Docker" stop_process "$pid"
}

stop_process() {
  kill "$1"
  for _ in $(seq 150); do
    [ -d "/proc/$1" ] || return 0
    sleep 0.2
  done
  echo "process $1 does not end"
  return 1
}

purge_files() {
  local home
  home=$(cat "$VAR/made-vaadin-home" 2>/dev/null) || home=''
  # Only the folder that our build made, and only by its name.
  [[ $home != */.vaadin ]] || rm -rf "$home"
  find "$ROOT" \( -name target -o -name node_modules \) -type d -not -path '*/.git/*' -prune -exec rm -rf {} +
  rm -rf "$ROOT/frontend/src/main/frontend/generated" "$ROOT/frontend/src/main/bundles/dev.bundle" \
    "$ROOT/frontend/vite.generated.ts" "$VAR"
}
