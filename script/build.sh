# shellcheck shell=bash
# Builds the jar and the images on the host's Docker; rebuilds each only if its inputs have changed.

JAR=$ROOT/frontend/target/slipway/slipway.jar
PROD_BUNDLE=$ROOT/frontend/src/main/bundles/prod.bundle

# Lists the project's files below these paths, tracked or untracked. The checkout may belong to another user.
sources() {
  git -C "$ROOT" -c safe.directory='*' -c core.quotePath=off ls-files --cached --others --exclude-standard -- "$@" 2>/dev/null ||
    (cd "$ROOT" && find "$@" \( -name target -o -name node_modules -o -name generated \) -prune -o -type f -print) 2>/dev/null || true
}

# Prints a short digest of the names, contents and modes of these files. A tracked file that was deleted does not count.
digest_of() {
  local files
  files=$(sources "$@" | sort -u)
  (
    cd "$ROOT" || exit
    tr '\n' '\0' <<<"$files" | xargs -0 sha256sum
    tr '\n' '\0' <<<"$files" | xargs -0 stat --format '%n %A'
  ) 2>/dev/null | sha256sum | cut -c1-12
}

jar_is_current() { [ -f "$JAR" ] && [ "$(cat "$VAR/jar.digest" 2>/dev/null)" = "$(jar_digest)" ]; }
jar_digest() { digest_of pom.xml .mvn backend frontend; }

provide_jar() {
  jar_is_current && return
  need mvn maven
  install_needed
  provide_jdk
  [ -f "$PROD_BUNDLE" ] || provide_node
  remember_vaadin_home
  attempt build "Building the platform" maven -pl frontend -am -DskipTests package
  if ((STATUS)) && wants_node "$LOG_DIR/build.log" && [ ! -x "$(node_home)/bin/node" ]; then
    provide_node
    attempt build "Building the platform and its frontend" maven -pl frontend -am -DskipTests package
  fi
  ((STATUS == 0)) || fail_with_log build
  # Computed after the build, because the frontend's build rewrites some source files.
  jar_digest >"$VAR/jar.digest"
}

maven() { (cd "$ROOT" && mvn -B -ntp "$@"); }

# Vaadin's plugin looks for Node only if the committed bundle is out of date.
wants_node() { grep -qiE 'node\.js|npm|frontend build|bundle' "$1"; }

provide_base_image() {
  docker image inspect debian:trixie-slim >/dev/null 2>&1 && return
  attempt base "Fetching the base image" timeout 120 docker pull --quiet debian:trixie-slim
  ((STATUS)) || return 0
  say "  No registry answers; the base image is built from Debian packages instead."
  is_root || die "Only root can build the base image." "Run this command as root, or: docker pull debian:trixie-slim"
  need mmdebstrap mmdebstrap
  install_needed
  HINT='Debian packages must be reachable: apt-get update must succeed.' \
    step base "Building the base image" "$ROOT/sandbox-images/base/make"
}

# provide_image NAME DIGEST DOCKERFILE CONTEXT
provide_image() {
  local image=slipway/$1:dev
  [ "$(docker image inspect --format '{{index .Config.Labels "dev.slipway.inputs"}}' "$image" 2>/dev/null)" = "$2" ] && return
  provide_base_image
  HINT="If packages could not be downloaded, check this machine's network and proxy, then run the same command again." \
    step "image-$1" "Building the image $1" \
    docker build --label dev.slipway=image --label "dev.slipway.inputs=$2" --tag "$image" --file "$ROOT/$3" "$ROOT/$4"
}

# image_of NAME CONTEXT INPUT…
image_of() { provide_image "$1" "$(digest_of "${@:3}")" "sandbox-images/$1/Dockerfile" "$2"; }

# The images that run learners' machines. Tests with a real engine need no others.
provide_engine_images() {
  local folder=sandbox-images
  has_compose || image_of compose $folder/compose $folder/compose
  image_of engine $folder/engine $folder/engine
  image_of registry $folder/registry $folder/registry
  image_of images $folder $folder/images $folder/node $folder/catalog
}

provide_platform_image() {
  provide_jar
  provide_image platform "$(cat "$VAR/jar.digest")-$(digest_of frontend/Dockerfile labs)" frontend/Dockerfile .
}
