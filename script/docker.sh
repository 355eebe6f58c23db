# shellcheck shell=bash
# The host's own Docker: the running one, or one that this script starts.

DOCKERD_PID_FILE=$VAR/run/dockerd.pid

docker_answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

provide_docker() {
  if ! has docker; then
    has dockerd || install_docker
    # Newer Debian releases have a separate package for the command.
    need docker docker-cli
    install_needed
  fi
  docker_must_be_local
  docker_answers || start_docker
}

# Containers mount folders of this project, so a remote Docker does not work.
docker_must_be_local() {
  case $(docker_endpoint) in
  unix://*) ;;
  *) die "The docker command uses $(docker_endpoint), which is not on this machine." \
    "Run: unset DOCKER_HOST; docker context use default" ;;
  esac
}

docker_endpoint() {
  if [ -n "${DOCKER_HOST-}" ]; then
    echo "$DOCKER_HOST"
  else
    docker context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null || echo unix:///var/run/docker.sock
  fi
}

docker_socket() { local endpoint; endpoint=$(docker_endpoint) && echo "${endpoint#unix://}"; }

install_docker() {
  NEEDED+=(docker.io)
  need iptables iptables
  install_needed
}

DOCKER_JUST_STARTED=false
start_docker() {
  if ! is_root; then
    docker_unreachable
  elif [ -d /run/systemd/system ]; then
    has dockerd || install_docker
    step docker "Starting Docker" systemctl start docker
  else
    has dockerd || install_docker
    need iptables iptables
    install_needed
    HINT='Read the log; ./slipway doctor lists what this host lacks.' \
      step dockerd "Starting Docker" start_dockerd
  fi
  docker_answers || die "Docker was started, but does not answer." "Run: docker version"
  # shellcheck disable=SC2034 # read in compose.sh
  DOCKER_JUST_STARTED=true
}

docker_unreachable() {
  if [ -S "$(docker_socket)" ] && pgrep -x dockerd >/dev/null; then
    die "Your account may not use this machine's Docker." "Run: sudo usermod -aG docker $(id -un), sign in again, then run the same command."
  fi
  die "Docker does not run on this machine, and only root may start it." "Run: sudo systemctl start docker, or run this command as root."
}

# Without systemd, dockerd gets its own session, so that it keeps running after this script and its terminal have ended.
start_dockerd() {
  local pid
  mkdir -p "$VAR/run"
  remove_stale_pid /var/run/docker.pid dockerd
  # If any process has the number in this file, dockerd waits for a containerd that does not run.
  remove_stale_pid /var/run/docker/containerd/containerd.pid containerd
  setsid dockerd >>"$LOG_DIR/machine-docker.log" 2>&1 </dev/null 9>&- &
  pid=$!
  echo "$pid" >"$DOCKERD_PID_FILE"
  for _ in $(seq 300); do
    if docker_answers; then return; fi
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.2
  done
  tail -n 20 "$LOG_DIR/machine-docker.log"
  return 1
}

# After a crash or the restore of a disk, the number in a pid file may belong to another process.
remove_stale_pid() {
  local pid
  pid=$(cat "$1" 2>/dev/null) || return 0
  [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = "$2" ] || rm -f "$1"
}

# Prints the pid of the dockerd that this script started, if it still runs.
own_dockerd() {
  local pid
  pid=$(cat "$DOCKERD_PID_FILE" 2>/dev/null) || return 1
  [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dockerd ] && echo "$pid"
}

# Prints whether the engine's container is privileged; only this function decides, and docker-compose.yml receives the value.
# On cgroup v2 only a privileged container is tested. If the host withholds capabilities or has only cgroup v1, the list in
# docker-compose.yml is tested.
engine_privileged() {
  local bounding last
  bounding=$(sed -n 's/^CapBnd:[[:space:]]*//p' /proc/self/status)
  last=$(cat /proc/sys/kernel/cap_last_cap)
  if [ -f /sys/fs/cgroup/cgroup.controllers ] && ((0x$bounding == (1 << (last + 1)) - 1)); then
    echo true
  else
    echo false
  fi
}
