# shellcheck shell=bash
# Turns a bare machine into a running Slipway.

slipway_up() {
  local began port demo labs
  began=$(now_ms)
  port=$(setting PORT 8080)
  demo=$(setting DEMO true)
  labs=$(setting LABS "")
  while (($#)); do
    case $1 in
    --port)
      if ! [[ ${2-} =~ ^[0-9]{1,5}$ ]] || ((10#$2 < 1 || 10#$2 > 65535)); then
        bad_usage "--port needs a number from 1 to 65535."
      fi
      port=$((10#$2))
      shift
      ;;
    --demo) demo=true ;;
    --no-demo) demo=false ;;
    --labs)
      [ -d "${2-}" ] || bad_usage "--labs needs a folder with your own courses."
      labs=$(cd "$2" && pwd)
      shift
      ;;
    *) bad_usage "up has no option $1." ;;
    esac
    shift
  done

  alone
  host_must_do
  need curl curl
  need jq jq
  need git git
  install_needed
  provide_docker
  refuse_second_checkout
  port_must_be_free "$port"
  keep_setting PORT "$port"
  keep_setting DEMO "$demo"
  keep_setting LABS "$labs"
  provide_platform_image
  provide_engine
  provide_platform
  provide_credentials
  say "Slipway runs at $(platform_url) ($(elapsed "$began"))"
  print_credentials
}

# Two simultaneous runs would disturb each other. The kernel releases the lock when the process ends.
alone() {
  mkdir -p "$VAR"
  exec 9>"$VAR/lock"
  flock --nonblock 9 || die "Another ./slipway is running in this folder." "Wait until it has ended, then run the same command again."
}

port_must_be_free() {
  if ! platform_has_port "$1" && port_answers "$1"; then
    die "Port $1 is in use$(port_owner "$1")." "Choose another port: ./slipway up --port $(($1 + 1))"
  fi
}

# Starts the engine and the registry and fills them with images. Learners' machines need them; tests need nothing else.
provide_engine() {
  provide_engine_images
  raise_process_numbers
  provide_run_folder
  remove_leftover_containers
  HINT='./slipway doctor lists what this host lacks.' \
    step engine "Starting the engine and the registry" start_engine
  HINT='The log names the image that failed. Run the same command again: finished images are kept.' \
    step images "Preparing the nodes' images" prepare_images
}

# All containers share the host's process numbers, and since Linux 6.14 a container cannot raise their limit. 4,194,304 is
# Linux's maximum; 32,768 is the default of a small machine, and sixteen full nodes exhaust it.
raise_process_numbers() {
  local most=4194304 file=/proc/sys/kernel/pid_max
  (($(cat $file) < most)) || return 0
  if is_root; then
    echo $most >$file
  else
    docker run --rm --network none --label dev.slipway=tool --pid host --security-opt systempaths=unconfined --user 0 \
      --entrypoint sh slipway/engine:dev -c "echo $most > $file"
  fi 2>/dev/null || say "The maximum number of processes on this machine stays at $(cat $file); see ./slipway doctor"
}

provide_run_folder() { mkdir -p "$VAR/run"; }

start_engine() {
  compose up --detach --no-build engine registry
  wait_until_healthy slipway-engine
  # The registry uses the engine's network, which is replaced when only the engine restarts.
  docker exec slipway-engine curl -sf --max-time 5 --retry 5 --retry-connrefused http://100.96.0.1:5000/v2/ >/dev/null ||
    compose up --detach --no-build --no-deps --force-recreate registry
  wait_until_healthy slipway-registry
}

wait_until_healthy() {
  local state
  for _ in $(seq 240); do
    state=$(container_state "$1")
    case $state in
    healthy | running) return ;;
    exited | dead | absent) break ;;
    esac
    sleep 0.5
  done
  docker logs --tail 40 "$1" || true
  die "$1 is $state."
}

# Prints the result of the health check of a running container, if it has one, else the container's state.
container_state() {
  local state
  state=$(docker container inspect --format \
    '{{if and .State.Running .State.Health}}{{.State.Health.Status}}{{else}}{{.State.Status}}{{end}}' "$1" 2>/dev/null) || state=absent
  echo "$state"
}

# The container runs once, and Docker restarts it after a failure: its last exit status counts.
prepare_images() {
  local state
  compose up --detach --no-build --no-deps images
  while :; do
    state=$(container_state slipway-images)
    case $state in created | running | restarting) ;; *) break ;; esac
    timeout 5 docker logs --follow --tail 1 slipway-images || true
  done
  docker logs --tail 40 slipway-images
  [ "$(docker container inspect --format '{{.State.ExitCode}}' slipway-images)" = 0 ]
}

provide_platform() {
  provide_data_folder
  HINT='docker logs slipway-platform shows its complete log.' \
    step platform "Starting the platform" start_platform
  # Images that a newer build has replaced and that no container uses.
  docker image prune --force --filter label=dev.slipway=image >/dev/null
}

# Only the platform's user in its container may read the platform's data.
provide_data_folder() {
  mkdir -p "$VAR/data"
  in_var chown 10001:10001 data
  in_var chmod 0700 data
}

# Runs a command in var/ as root: directly if this script runs as root, else in a container.
in_var() {
  if is_root; then
    (cd "$VAR" && "$@")
  else
    docker run --rm --network none --label dev.slipway=tool --user 0 --volume "$VAR:/var/slipway" --workdir /var/slipway \
      --entrypoint "$1" slipway/engine:dev "${@:2}"
  fi
}

start_platform() {
  compose up --detach --no-build --no-deps platform
  for _ in $(seq 600); do
    if platform_answers; then
      compose up --detach --no-build --no-deps watch
      return
    fi
    case $(container_state slipway-platform) in exited | dead | absent) break ;; esac
    # Docker restarts the platform when it ends. Three restarts mean that it cannot start.
    (($(docker container inspect --format '{{.RestartCount}}' slipway-platform) < 3)) || break
    sleep 0.3
  done
  docker logs --tail 60 slipway-platform
  return 1
}

platform_answers() {
  curl -sf --max-time 2 "http://127.0.0.1:$(setting PORT 8080)/actuator/health" 2>/dev/null | grep -q '"status" *: *"UP"'
}

# Removes containers of another checkout, so that they are recreated here. Stops if a container of another project has one of
# our names.
remove_leftover_containers() {
  local part project folder
  for part in engine registry images platform watch; do
    IFS='|' read -r project folder < <(docker container inspect --format \
      '{{with .Config.Labels}}{{index . "com.docker.compose.project"}}|{{index . "com.docker.compose.project.working_dir"}}{{end}}' \
      "slipway-$part" 2>/dev/null) || continue
    [ -n "$project$folder" ] || continue
    [ "$project" = "$COMPOSE_PROJECT" ] || die "A container named slipway-$part exists that does not belong to Slipway." \
      "Rename it: docker rename slipway-$part my-slipway-$part"
    if [ "$folder" != "$ROOT" ] || [ "$(container_state "slipway-$part")" = dead ]; then
      docker rm --force "slipway-$part" >/dev/null
    fi
  done
}

# The platform creates accounts only on an empty database, and writes them to its data folder.
CREDENTIALS=$VAR/credentials
FIRST_RUN=false
provide_credentials() {
  local read
  read=$(docker exec slipway-platform cat /var/lib/slipway/credentials 2>/dev/null) || return 0
  [ -e "$CREDENTIALS" ] || FIRST_RUN=true
  (
    umask 077
    jq --arg url "$(platform_url)" '.url = $url' <<<"$read" >"$CREDENTIALS.new"
  )
  mv "$CREDENTIALS.new" "$CREDENTIALS"
}

print_credentials() {
  local role email password
  if [ "$FIRST_RUN" = true ]; then
    say "Accounts, also in var/credentials with their API tokens:"
    jq -r '.accounts[] | [.role, .email, .password] | @tsv' "$CREDENTIALS" | while IFS=$'\t' read -r role email password; do
      printf '  %-14s %-32s %s\n' "$role" "$email" "$password"
    done
  elif [ -e "$CREDENTIALS" ]; then
    say "The accounts of the first start are in var/credentials."
  fi
}
