# shellcheck shell=bash
# Output of the script: steps with their elapsed time, logs in var/log, errors with the next step for the user.

VAR=$ROOT/var
LOG_DIR=$VAR/log

# Truncates growing logs, such as that of a dockerd which the script has started, to their last part. Their writers append,
# so they continue at the new end.
LOG_MOST=$((10 * 1024 * 1024))
rotate_logs() {
  local log
  for log in "$LOG_DIR"/*.log; do
    if [ -f "$log" ] && [ -w "$log" ] && (($(stat --format %s "$log") > LOG_MOST)); then
      tail -c $((LOG_MOST / 10)) "$log" >"$log.1" && : >"$log"
    fi
  done
}

say() { printf '%s\n' "$*"; }
warn() { printf 'slipway: %s\n' "$*" >&2; }

# die PROBLEM [NEXT_STEP]
die() {
  printf 'slipway: %s\n' "$1" >&2
  [ -z "${2-}" ] || printf '  %s\n' "$2" >&2
  exit 1
}

bad_usage() {
  warn "$1"
  say "  ./slipway help lists all commands and options." >&2
  exit 2
}

now_ms() { local micros=${EPOCHREALTIME//[.,]/}; echo "${micros:0:-3}"; }

# elapsed START: prints the time since START, readable for people.
elapsed() {
  local ms=$(($(now_ms) - $1))
  if ((ms >= 90000)); then
    printf '%d min %d s' $((ms / 60000)) $((ms / 1000 % 60))
  else
    printf '%d.%d s' $((ms / 1000)) $((ms / 100 % 10))
  fi
}

took() { if (($(now_ms) - $1 >= 1000)); then elapsed "$1"; else printf 'done'; fi; }

# Prints the elapsed time of a step and the last line of its log: every second on a terminal, else every minute.
tick() {
  local text=$1 log=$2 began=$3 latest seconds
  for ((seconds = 1; ; seconds++)); do
    sleep 1 >/dev/null 2>&1 # an orphaned sleep must not keep the script's output open
    [ -t 1 ] || ((seconds % 60 == 0)) || continue
    latest=$(tail -c 500 "$log" 2>/dev/null | tr '\r' '\n' | grep -v '^[[:space:]]*$' | tail -n 1 | tr -cd '[:print:]' || true)
    if [ -t 1 ]; then
      printf '\r\033[K%s … %s  %s' "$text" "$(elapsed "$began")" "${latest:0:60}"
    else
      printf '\n  … %s  %s' "$(elapsed "$began")" "${latest:0:100}"
    fi
  done
}

TICKER=''
stop_ticker() {
  [ -n "$TICKER" ] || return 0
  kill "$TICKER" 2>/dev/null || true
  wait "$TICKER" 2>/dev/null || true
  TICKER=''
}
trap stop_ticker EXIT

# attempt LOG TEXT COMMAND…: runs the command with its output in var/log/LOG.log and stores its exit status in STATUS.
# The command runs in a subshell under `set -e`, which has no effect if attempt is part of a condition: therefore STATUS.
STATUS=0
attempt() {
  local log=$LOG_DIR/$1.log text=$2 began
  began=$(now_ms)
  shift 2
  mkdir -p "$LOG_DIR"
  printf '%s … ' "$text"
  : >"$log"
  tick "$text" "$log" "$began" 9>&- &
  TICKER=$!
  set +e
  (
    trap - EXIT
    set -e
    "$@"
  ) >"$log" 2>&1 </dev/null
  STATUS=$?
  set -e
  stop_ticker
  if [ -t 1 ]; then
    printf '\r\033[K%s … ' "$text"
  elif (($(now_ms) - began >= 60000)); then
    printf '\n  … '
  fi
  if ((STATUS == 0)); then took "$began"; else printf 'failed after %s' "$(elapsed "$began")"; fi
  printf '\n'
}

# step LOG TEXT COMMAND…: like attempt, but ends the script with the last lines of the log and $HINT if the command fails.
step() {
  local hint=${HINT-}
  attempt "$@"
  ((STATUS == 0)) || fail_with_log "$1" "$hint"
}

fail_with_log() {
  tail -n 25 "$LOG_DIR/$1.log" | sed 's/^/  | /' >&2
  die "The step failed. The complete log is var/log/$1.log." "${2:-Fix the problem in the log, then run the same command again.}"
}

json_string() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  printf '"%s"' "${text//[[:cntrl:]]/ }"
}
