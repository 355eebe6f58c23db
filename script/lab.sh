# shellcheck shell=bash
# Lints and proves labs. The platform's own code does it; this script passes the arguments on.

slipway_lab() {
  case ${1-} in
  lint)
    lab_jar
    if [ -f "$VAR/run/images.json" ]; then set -- "$@" --images "$VAR/run/images.json"; fi
    ;;
  test)
    lab_jar
    alone
    provide_docker
    refuse_second_checkout
    provide_engine
    exec 9>&-
    export SLIPWAY_ENGINE_SOCKET=unix://$VAR/run/engine.sock SLIPWAY_SANDBOX_IMAGES_FILE=$VAR/run/images.json \
      SLIPWAY_SANDBOX_HOST_FILE=$VAR/run/host.json SLIPWAY_AGENTS_FOLDER=$VAR/run/agents
    ;;
  *) bad_usage "lab has two commands: lab lint PATH…, lab test PATH… [--junit FILE] [--only NAME] [--jobs N]" ;;
  esac
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -jar "$JAR" lab "$@"
}

lab_jar() {
  if ! jar_is_current; then
    alone
    provide_jar
    exec 9>&-
  fi
  provide_jdk
}
