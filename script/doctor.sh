# shellcheck shell=bash
# Checks this host and its tools. sandbox-images/engine/host-report checks the host; the engine's container runs it, too. The
# columns of the rows are: id, title, state, found, consequence, fix.

HOST_REPORT=$ROOT/sandbox-images/engine/host-report

slipway_doctor() {
  case ${1-} in
  --json) doctor_rows | "$HOST_REPORT" --json ;;
  '') doctor_rows | doctor_table ;;
  *) bad_usage "doctor has one option, --json." ;;
  esac
}

row() { printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "${5-}" "${6-}"; }

host_rows() { "$HOST_REPORT" --rows; }

doctor_rows() {
  host_rows
  row_docker
  row_engine_rights
  row_compose
  row_jdk
  row_disk
  row_port
  row_programs
}

docker_data_dir() {
  local folder
  folder=$(docker info --format '{{.DockerRootDir}}' 2>/dev/null) || true
  echo "${folder:-/var/lib/docker}"
}

row_docker() {
  local version
  if version=$(docker version --format '{{.Server.Version}}' 2>/dev/null); then
    if ((${version%%.*} >= 20)); then
      row docker 'Docker' ok "$version"
    else
      row docker 'Docker' limited "$version" 'Slipway is tested with 20.10 and newer.' 'apt-get install docker.io'
    fi
  elif has dockerd; then
    row docker 'Docker' limited 'installed, does not answer' 'Slipway cannot run.' './slipway up (starts it)'
  else
    row docker 'Docker' missing 'not installed' 'Slipway cannot run.' 'apt-get install docker.io iptables (./slipway up does it)'
  fi
}

row_engine_rights() {
  if [ "$(engine_privileged)" = true ]; then
    row engine-rights 'Rights of the engine container' ok 'privileged'
  else
    row engine-rights 'Rights of the engine container' ok 'a list of capabilities (see docker-compose.yml)'
  fi
}

row_compose() {
  local version
  if version=$(docker compose version --short 2>/dev/null); then
    row compose 'Docker Compose' ok "$version"
  else
    row compose 'Docker Compose' ok 'from the image slipway/compose'
  fi
}

row_jdk() {
  local home
  if home=$(find_jdk); then
    row jdk 'JDK' ok "$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/release") in $home"
  else
    row jdk 'JDK' missing "none of $JAVA_LEAST or newer" 'The platform cannot be built; tests and proofs of labs cannot run.' \
      "apt-get install openjdk-$JAVA_LEAST-jdk-headless, or set JAVA_HOME to another JDK $JAVA_LEAST"
  fi
}

row_disk() {
  local place free
  place=$(docker_data_dir)
  while [ ! -d "$place" ]; do place=$(dirname "$place"); done
  free=$(($(df -P "$place" | awk 'NR == 2 { print $4 }') / 1048576))
  if ((free >= 20)); then
    # 5 GiB is slipway.sandbox.disk; a disk uses space only for its content.
    row disk 'Disk space' ok "$free GiB free for $place: as much as $((free / 5)) sandboxes with full disks"
  else
    row disk 'Disk space' limited "$free GiB free for $place" \
      'Images need about 8 GiB and each learner up to some GiB. A full disk stops every node.' \
      'docker system prune, or a larger disk'
  fi
}

row_port() {
  local port
  port=$(setting PORT 8080)
  if platform_has_port "$port"; then
    row port 'Port' ok "$port, in use by Slipway"
  elif port_answers "$port"; then
    row port 'Port' limited "$port is in use$(port_owner "$port")" './slipway up cannot publish the platform there.' \
      "./slipway up --port $((port + 1))"
  else
    row port 'Port' ok "$port is free"
  fi
}

row_programs() {
  local program absent=()
  for program in git curl jq mvn; do has "$program" || absent+=("${program/mvn/maven}"); done
  if ((${#absent[@]})); then
    row programs 'Programs' missing "without ${absent[*]}" 'The platform can be neither built nor monitored.' \
      "apt-get install ${absent[*]} (./slipway up does it)"
  else
    row programs 'Programs' ok 'git, curl, jq, maven'
  fi
}

doctor_table() {
  local width
  width=$(tput cols 2>/dev/null || echo 100)
  awk -F '\t' -v width="$((width > 120 ? 120 : width))" '
    function wrapped(label, text,   words, count, i, line) {
      count = split(text, words, " ")
      line = sprintf("  %-12s", label)
      for (i = 1; i <= count; i++) {
        if (length(line words[i]) > width) { print line; line = sprintf("  %-12s", "") }
        line = line words[i] " "
      }
      print line
    }
    {
      printf "%-8s %-17s %s\n", $3, $1, $4
      if ($5 != "") { wrapped("consequence", $5); printf "  %-12s%s\n", "fix", $6; problems++ }
    }
    END { printf "\n%d checks, %d problems\n", NR, problems }'
}

# Stops `up` on a host on which no node could start.
host_must_do() {
  local id title state found consequence fix
  while IFS=$'\t' read -r id title state found consequence fix; do
    [ "$state" = missing ] || continue
    case $id in
    kernel | cgroup-version | user-namespaces | overlay | capabilities | seccomp)
      die "$title: $found. $consequence" "$fix" ;;
    esac
  done < <(host_rows)
}
