# shellcheck shell=bash
# Stops Slipway, and removes its data with --purge. Finds containers, networks and images by our labels and Compose's project
# name. Works without Compose and may run twice.

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
    say "Slipway and its data are removed. Debian packages that it installed stay."
  else
    say "Slipway is stopped; its data is kept. ./slipway up starts it again."
  fi
}

ours_to_stop() {
  local folder
  folder=$(running_elsewhere)
  [ -z "$folder" ] && return
  say "Slipway runs from $folder on this machine; nothing was changed there."
  return 1
}

ours() { docker "$1" ls --quiet "${@:2}" --filter "label=com.docker.compose.project=$COMPOSE_PROJECT"; }

# One after the other, each with its own grace period: the platform closes its streams, the engine stops its nodes.
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

# Removing volumes and images needs a running Docker, so this starts one if necessary.
purge_docker() {
  if ! docker_answers; then
    if ! is_root || ! has dockerd; then
      warn "Docker does not run; images and volumes of Slipway may remain. Start Docker and run this command again."
      return
    fi
    start_docker
    step down "Stopping Slipway" stop_containers
  fi
  # Before the images are removed: without root, only a container may delete var/data.
  is_root || [ ! -d "$VAR/data" ] || in_var rm -rf data run || warn "var/data could not be removed."
  step purge "Removing volumes and images" remove_volumes_and_images
  stop_own_docker
}

remove_volumes_and_images() {
  ours volume | xargs -r docker volume rm
  docker image ls --quiet --filter label=dev.slipway=image | sort -u | xargs -r docker image rm --force
  remove_own_base
}

# Removes the base image only if the script has imported it. Dangling images of a build may depend on it.
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
  docker image rm "$base" || echo "$base stays: another image depends on it"
}

# Stops the Docker that the script started, unless other containers run in it.
stop_own_docker() {
  local pid
  pid=$(own_dockerd) || return 0
  if [ -n "$(docker container ls --quiet)" ]; then
    say "Slipway started Docker, which keeps running because it has other containers."
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
  # Only the folder that our build created, and only if it has that name.
  [[ $home != */.vaadin ]] || rm -rf "$home"
  find "$ROOT" \( -name target -o -name node_modules \) -type d -not -path '*/.git/*' -prune -exec rm -rf {} +
  rm -rf "$ROOT/frontend/src/main/frontend/generated" "$ROOT/frontend/src/main/bundles/dev.bundle" \
    "$ROOT/frontend/vite.generated.ts" "$VAR"
}
