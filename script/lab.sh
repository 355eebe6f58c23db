# shellcheck shell=bash
# Labs: lint and proofs are the platform's own code, called with the arguments as they are.

slipway_lab() {
  case ${1-} in
  lint | test) ;;
  *) bad_usage "lab knows: lab lint PATH…, lab test PATH…" ;;
  esac
  if ! jar_is_current; then
    alone
    provide_jar
    exec 9>&-
  fi
  provide_jdk
  if [ "$1" = test ]; then
    provide_docker
    not_somebody_elses
    [ "$(container_state slipway-engine)" = healthy ] || provide_engine
    export SLIPWAY_ENGINE_SOCKET=unix://$VAR/run/engine.sock SLIPWAY_SANDBOX_IMAGESFILE=$VAR/run/images.json
  fi
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -jar "$JAR" lab "$@"
}
