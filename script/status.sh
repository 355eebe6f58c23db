# shellcheck shell=bash
# Lists the parts. Each is a row: id, state, version, detail. Slipway is healthy if learners can work.

slipway_status() {
  local rows healthy=true
  rows=$(status_rows)
  while IFS=$'\t' read -r _ state _; do
    case $state in healthy | running | ready) ;; *) healthy=false ;; esac
  done <<<"$rows"
  case ${1-} in
  --json) status_json "$healthy" "$rows" ;;
  '') status_table "$rows" ;;
  *) bad_usage "status has one option, --json." ;;
  esac
  [ "$healthy" = true ]
}

status_rows() {
  status_of_docker
  status_of_engine
  status_of_container registry
  status_of_images
  status_of_platform
}

part() { printf '%s\t%s\t%s\t%s\n' "$1" "$2" "${3:--}" "${4:--}"; }

status_of_docker() {
  local version
  if version=$(docker version --format '{{.Server.Version}}' 2>/dev/null); then
    part docker running "$version" "the machine's own"
  else
    part docker absent
  fi
}

# Runs a command in the engine's container, so that the caller needs no rights on the engine's socket.
in_engine() { docker exec slipway-engine "$@" 2>/dev/null; }

status_of_engine() {
  local state nodes
  state=$(container_state slipway-engine)
  if [ "$state" = healthy ]; then
    nodes=$(in_engine docker ps --filter label=dev.slipway.sandbox --format '{{.Label "dev.slipway.sandbox"}}') || nodes=''
    part engine healthy "$(in_engine docker version --format '{{.Server.Version}}')" \
      "$(sort -u <<<"$nodes" | grep -c .) sandboxes, $(grep -c . <<<"$nodes") nodes"
  else
    part engine "$state"
  fi
}

status_of_container() {
  part "$1" "$(container_state "slipway-$1")" "$(image_version "$1")"
}

image_version() {
  docker image inspect --format '{{index .Config.Labels "dev.slipway.inputs"}}' "slipway/$1:dev" 2>/dev/null || true
}

# This container runs once. Its work is done when it has ended with status 0.
status_of_images() {
  local ended
  ended=$(docker container inspect --format '{{.State.Status}} {{.State.ExitCode}}' slipway-images 2>/dev/null) || ended=absent
  case $ended in
  'exited 0') part images ready "$(image_version images)" "$(in_engine cat /run/slipway/images.json | grep -o '"[a-z0-9-]*:' | sort -u | wc -l) in the catalogue" ;;
  exited*) part images failed "$(image_version images)" "see var/log/images.log" ;;
  *) part images "${ended% *}" ;;
  esac
}

# Requests the platform's health directly, because its container's health is some seconds old.
status_of_platform() {
  local state
  state=$(container_state slipway-platform)
  [ "$state" = absent ] || ! platform_answers || state=healthy
  part platform "$state" "$(image_version platform)" "$(platform_url)"
}

status_table() {
  local id state version detail
  while IFS=$'\t' read -r id state version detail; do
    printf '%-10s %-10s %-22s %s\n' "$id" "$state" "$version" "$detail"
  done <<<"$1"
}

status_json() {
  local id state version detail separator='' sandboxes=0 nodes=0
  printf '{"healthy":%s,"url":%s,"parts":[' "$1" "$(json_string "$(platform_url)")"
  while IFS=$'\t' read -r id state version detail; do
    printf '%s\n  {"id":%s,"state":%s,"version":%s,"detail":%s}' "$separator" \
      "$(json_string "$id")" "$(json_string "$state")" "$(json_string "${version#-}")" "$(json_string "${detail#-}")"
    separator=,
    [[ $id != engine || ! $detail =~ ([0-9]+)\ sandboxes,\ ([0-9]+) ]] || { sandboxes=${BASH_REMATCH[1]} nodes=${BASH_REMATCH[2]}; }
  done <<<"$2"
  printf '],\n "sandboxes":%s,"nodes":%s}\n' "$sandboxes" "$nodes"
}
