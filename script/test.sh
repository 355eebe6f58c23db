# shellcheck shell=bash
# Runs all tests. The last line is `N passed, N failed`, counted from the reports of Maven and Vitest and the shell's checks.
# The exit status is 0 only if at least one test ran and none failed.

PASSED=0
FAILED=0
FINISHED=false
BESIDE='' # process in the background, see beside

slipway_test() {
  local fast=false bomb_seconds=5
  case ${1-} in
  '') ;;
  --fast) fast=true ;;
  --bombs) bomb_seconds=45 ;;
  *) bad_usage "test has two options, --fast and --bombs." ;;
  esac
  alone
  trap 'stop_ticker; summary' EXIT
  provide_test_tools "$fast"
  test_scripts
  test_typescript
  if [ "$fast" = true ]; then
    test_java test "Running the tests" -DskipITs test
  else
    provide_docker
    refuse_second_checkout
    test_agent
    beside engine-images provide_engine
    test_java unit-tests "Running the backend's unit tests" -pl backend test
    after_that engine-images
    compose_file_is_sound
    check "the engine limits its own memory" engine_limits_itself
    check "the machine has enough process numbers" test "$(cat /proc/sys/kernel/pid_max)" -ge 4194304
    test_nodes
    test_java test "Running the other tests" -Dslipway.backend-unit-tests.skip=true verify \
      "-Dslipway.engine.socket=unix://$VAR/run/engine.sock" \
      "-Dslipway.images=$VAR/run/images.json" "-Dslipway.sandbox.images-file=$VAR/run/images.json" \
      "-Dslipway.agents.folder=$VAR/run/agents"
    test_start
    test_bombs "$bomb_seconds"
  fi
  FINISHED=true
}

provide_test_tools() {
  need git git
  need jq jq
  need curl curl
  need mvn maven
  need shellcheck shellcheck
  if [ "$1" != true ]; then
    need chromium chromium
    need nginx nginx-light
    need openssl openssl
    need gcc gcc libc6-dev
    need python3 python3
  fi
  need ssh openssh-client
  need /usr/sbin/sshd openssh-server
  without_services install_needed
  provide_jdk
  provide_node
}

# without_services COMMAND…: runs the command and prevents that the packages it installs start services. The tests start
# their own ssh server and nginx; Debian's packages would start one for the whole machine, now and at each boot.
without_services() {
  local policy=/usr/sbin/policy-rc.d status=0 ssh=false nginx=false
  [ -x /usr/sbin/sshd ] || ssh=true
  [ -x /usr/sbin/nginx ] || nginx=true
  if [ $ssh$nginx = falsefalse ] || ! is_root || [ -e "$policy" ]; then
    "$@"
    return
  fi
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  # In a subshell, because the command may exit.
  ("$@") || status=$?
  # shellcheck disable=SC2034 # install_needed has cleared it only in the subshell
  NEEDED=()
  hash -r
  rm -f "$policy"
  if has systemctl; then
    [ $ssh = false ] || systemctl disable ssh.service ssh.socket >/dev/null 2>&1 || true
    [ $nginx = false ] || systemctl disable nginx.service >/dev/null 2>&1 || true
  fi
  return "$status"
}

# Also runs when a step has ended the script: a test run that did not finish counts as a failure.
summary() {
  local status=$?
  [ -z "$BESIDE" ] || kill "$BESIDE" 2>/dev/null || true
  [ "$FINISHED" = true ] || FAILED=$((FAILED + 1))
  ((PASSED + FAILED)) || FAILED=1
  printf '%d passed, %d failed\n' "$PASSED" "$FAILED"
  ((FAILED == 0)) || exit $((status ? status : 1))
}

# check TEXT COMMAND…: runs the command as one test.
check() {
  local output
  if output=$("${@:2}" 2>&1); then
    PASSED=$((PASSED + 1))
  else
    FAILED=$((FAILED + 1))
    printf 'FAILED %s\n' "$1"
    tail -n 25 <<<"$output" | sed 's/^/  | /'
  fi
}

test_scripts() {
  local file began
  began=$(now_ms)
  printf 'Checking the scripts … '
  while IFS= read -r file; do
    check "shellcheck $file" shellcheck "$ROOT/$file"
  done < <(shell_scripts)
  for file in "$ROOT"/script/test/*-test; do
    check "${file#"$ROOT/"}" "$file"
  done
  took "$began"
  printf '\n'
}

# Lists shell scripts, recognised by their first line. Solutions of labs have no such line, because they are typed.
shell_scripts() {
  local file
  sources slipway script .ci sandbox-images | sort -u | while IFS= read -r file; do
    [ -f "$ROOT/$file" ] || continue
    case $(head -n 1 "$ROOT/$file" | tr -d '\0') in
    '#!'*sh | '# shellcheck shell='*) echo "$file" ;;
    esac
  done
}

compose_file_is_sound() { check "docker-compose.yml" compose config --quiet; }

# dockerd without its nodes, so that a learner who makes it grow does not harm the machine (see own_memory of the engine's
# entrypoint).
engine_limits_itself() {
  in_engine sh -c 'cat /sys/fs/cgroup/memory/init/memory.limit_in_bytes 2>/dev/null || cat /sys/fs/cgroup/init/memory.max' |
    grep -x "${SLIPWAY_ENGINE_OWN_MEMORY:-2147483648}"
}

# Tests without the platform that everything labs need works in a node.
test_nodes() { test_suite nested "Testing nodes" sandbox-images/test/nested.sh "$VAR/run"; }

# Tests the agent of a node without a node.
test_agent() { test_suite agent "Testing the agent" sandbox-images/node/agent/test/run; }

# test_suite NAME LABEL SUITE [ARGUMENT…]: runs a suite that prints "N passed, N failed" and "FAIL" before each failure.
test_suite() {
  local name=$1 label=$2 suite=$3 passed failed
  attempt "$name" "$label" bash "$ROOT/$suite" "${@:4}"
  read -r passed failed < <(sed -nE 's/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "$LOG_DIR/$name.log") || true
  # shellcheck disable=SC2153 # set by attempt in log.sh
  if [ -n "${failed-}" ] && ((STATUS == 0 || failed > 0)); then
    PASSED=$((PASSED + passed))
    FAILED=$((FAILED + failed))
    sed -nE 's/^FAIL +/FAILED /p; s/^ +\|/  |/p' "$LOG_DIR/$name.log"
  else
    check "$suite" fail_with_log "$name"
  fi
}

# Tests the last step of `up`: the platform that the tests have built starts in its container, with the settings of
# docker-compose.yml, on an empty database and a separate port. Afterwards restarts a platform that was running here.
test_start() {
  local before
  before=$(container_state slipway-platform)
  # A failed build leaves an older jar.
  ((STATUS)) || jar_digest >"$VAR/jar.digest"
  check "building the platform's image" provide_platform_image
  check "the platform starts with docker-compose.yml, and creates its accounts" start_from_nothing
  compose rm --stop --force platform watch >/dev/null 2>&1 || true
  in_var rm -rf try
  case $before in healthy | running | starting) check "starting the platform that ran before" start_platform ;; esac
}

start_from_nothing() {
  local CREDENTIALS=$VAR/try/credentials
  local VAR=$VAR/try
  mkdir -p "$VAR"
  ln -sfn ../run "$VAR/run"
  keep_setting PORT "$(free_port)"
  provide_data_folder
  compose rm --stop --force platform watch
  start_platform && provide_credentials && labs_are_served && [ "$(container_state slipway-watch)" = running ]
}

free_port() {
  local port
  for port in $(shuf -i 20000-29999 -n 20); do
    port_answers "$port" || break
  done
  echo "$port"
}

labs_are_served() {
  local token
  token=$(jq -r '.accounts[0].token' "$CREDENTIALS")
  curl -sf --max-time 10 -H "Authorization: Bearer $token" "$(platform_url)/api/v1/labs" | jq -e 'any'
}

# Tests how much one learner can disturb another, with the jar that the tests have built.
test_bombs() {
  check "building the benchmarks" build_bench "$ROOT/bench/target/classpath"
  attempt bombs "Running resource attacks, $1 s each" env JAVA_HOME="$JAVA_HOME" SLIPWAY_RUN="$VAR/run" "$ROOT/script/test/bombs" "$1"
  check script/test/bombs bombs_were_survived
  grep -E '^  (ms|[a-z].*:)' "$LOG_DIR/bombs.log" || true
}
# shellcheck disable=SC2153 # set by attempt in log.sh
bombs_were_survived() { ((STATUS == 0)) || fail_with_log bombs; }

# Checks the types of the frontend's TypeScript and runs its tests.
test_typescript() {
  local reports=$ROOT/frontend/target/vitest-reports before=$FAILED
  rm -rf "$reports"
  attempt typescript "Testing the TypeScript" run_typescript_tests "$reports/TEST-typescript.xml"
  count_reports TypeScript "$reports"
  ((STATUS)) || return 0
  # Without a failed test, an error outside of the tests has failed the run.
  ((FAILED > before)) || FAILED=$((FAILED + 1))
  say "FAILED the TypeScript (var/log/typescript.log):"
  tail -n 25 "$LOG_DIR/typescript.log" | sed 's/^/  | /'
}

# run_typescript_tests REPORT: installs the tools if those of another lock file or none are installed, then runs the tests.
run_typescript_tests() {
  cd "$ROOT/frontend/src/test/frontend" || exit
  if ! cmp -s package-lock.json node_modules/installed; then
    frontend_npm ci --prefer-offline --ignore-scripts --no-audit --no-fund
    cp package-lock.json node_modules/installed
  fi
  frontend_npm test -- --reporter=default --reporter=junit --outputFile.junit="$1"
}

# beside NAME COMMAND…: runs the command in the background, with its output in var/log/NAME.log. It needs the network and the
# disk, and the unit tests the processor.
beside() {
  mkdir -p "$LOG_DIR"
  (
    trap stop_ticker EXIT
    set -e
    "${@:2}"
  ) >"$LOG_DIR/$1.log" 2>&1 </dev/null &
  BESIDE=$!
}

# after_that NAME: waits for the command in the background and prints its output; ends the script if the command has failed.
after_that() {
  local status=0
  wait "$BESIDE" || status=$?
  BESIDE=''
  cat "$LOG_DIR/$1.log"
  ((status == 0)) || exit "$status"
}

# test_java LOG TEXT ARGUMENT…: runs every module's tests, even if the tests of an earlier module failed; the reports contain the
# failures.
test_java() {
  rm -rf "$ROOT"/*/target/surefire-reports "$ROOT"/*/target/failsafe-reports
  attempt "$1" "$2" maven -Dmaven.test.failure.ignore=true "${@:3}"
  count_reports Java "$ROOT"/*/target/surefire-reports "$ROOT"/*/target/failsafe-reports
  # If a test process dies, the reports lack its remaining tests.
  if ((STATUS)) || grep -qE 'forked VM terminated|There was a timeout' "$LOG_DIR/$1.log"; then
    FAILED=$((FAILED + 1))
    say "FAILED the Maven build (var/log/$1.log):"
    grep -E '^\[ERROR\]' "$LOG_DIR/$1.log" | head -n 25 | cut -c1-240 | sed 's/^/  | /'
  fi
}

# count_reports LANGUAGE FOLDER…: adds up the reports in these folders.
count_reports() {
  local language=$1 passed failed
  shift
  read -r passed failed < <(find "$@" -name 'TEST-*.xml' -exec cat {} + 2>/dev/null | awk '
      function count(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
      /<testsuite / { ran += count("tests") - count("skipped"); failed += count("failures") + count("errors") }
      END { print ran - failed, failed + 0 }')
  if ((passed + failed == 0)); then
    FAILED=$((FAILED + 1))
    say "FAILED no $language test ran"
  fi
  PASSED=$((PASSED + passed))
  FAILED=$((FAILED + failed))
  ((failed == 0)) || failed_tests "$@"
}

failed_tests() {
  # Not all of the folders exist.
  { find "$@" -name 'TEST-*.xml' -exec cat {} + 2>/dev/null || :; } | awk '
    function value(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
    # Of a long message, the end says most: what was read last.
    function ends(text) { return length(text) <= 600 ? text : substr(text, 1, 300) " […] " substr(text, length(text) - 299) }
    /<testcase / { test = value("classname") " " value("name") }
    /<(failure|error)[ >]/ { print "FAILED " test; print "  | " ends(value("message")) }'
}
