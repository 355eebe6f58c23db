# shellcheck shell=bash
# Runs benchmarks against the running platform; without a name, all of them. To measure a platform that ./slipway up did not
# start, set SLIPWAY_BENCH_CREDENTIALS (its file of accounts), SLIPWAY_BENCH_ENGINE (the socket of its host engine) and
# SLIPWAY_BENCH_PROCESS (its process, for the heap).

slipway_bench() {
  local classpath=$ROOT/bench/target/classpath
  [ -n "${SLIPWAY_BENCH_CREDENTIALS-}" ] || measure_own_platform
  provide_jdk
  if [ "$(cat "$VAR/bench.digest" 2>/dev/null)" != "$(bench_digest)" ] || [ ! -f "$classpath" ]; then
    need mvn maven
    install_needed
    step bench-build "Building the benchmarks" build_bench "$classpath"
    bench_digest >"$VAR/bench.digest"
  fi
  cd "$ROOT" || exit
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$(cat "$classpath")" dev.slipway.bench.Benchmarks "$@"
}

measure_own_platform() {
  platform_answers || die "The platform does not answer at $(platform_url)." "Run: ./slipway up"
  [ -r "$CREDENTIALS" ] || die "var/credentials cannot be read." "Run this as the user who ran ./slipway up."
  local init
  init=$(docker container inspect --format '{{.State.Pid}}' slipway-platform)
  # Java is the child of Docker's init.
  SLIPWAY_BENCH_PROCESS=$(cut -d ' ' -f 1 "/proc/$init/task/$init/children" 2>/dev/null || true)
  export SLIPWAY_BENCH_PROCESS
}

bench_digest() { digest_of pom.xml .mvn backend bench/pom.xml bench/src; }

build_bench() {
  maven -q -pl bench -am -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/dependencies
  echo "$ROOT/bench/target/classes:$(cat "$ROOT/bench/target/dependencies")" >"$1"
}
