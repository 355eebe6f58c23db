# shellcheck shell=bash
# Labs: lint is the platform's own code, called with the arguments as they are.

slipway_lab() {
  [ "${1-}" = lint ] || bad_usage "lab knows: lab lint PATH…"
  if ! jar_is_current; then
    alone
    provide_jar
    exec 9>&-
  fi
  provide_jdk
  exec "$JAVA_HOME/bin/java" -jar "$JAR" lab "$@"
}
