#!/bin/bash
# Tries in real nodes on a running host engine what learners do, and what they must not be able to do.
#   sandbox-images/test/nested.sh [FOLDER]     FOLDER holds engine.sock and images.json; default: $SLIPWAY_RUN, var/run
# Exit status 1 when anything is not as it should be. Leaves nothing behind.
set -uo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
run=$(cd "${1:-${SLIPWAY_RUN:-$root/var/run}}" && pwd) || exit 1
seccomp=$root/backend/src/main/resources/dev/slipway/engine/node-seccomp.json
export DOCKER_HOST=unix://$run/engine.sock
answer=$(cat "$run/images.json") || exit 1
image=$(sed 's/.*"node":"\([^"]*\)".*/\1/' <<< "$answer")
store=$(sed 's/.*"store":"\([^"]*\)".*/\1/' <<< "$answer")
tag=nested-$$
failed=0
total=0

# --- what the tests are made of ---------------------------------------------------------------------------------------

# node NAME NETWORK: as the platform makes one (backend: the HostConfig factory and its frozen test)
node() {
  listen "$1"
  docker run --detach --name "$tag-$1" --hostname "$1" --network "$tag-$2" --network-alias "$1" \
    --cap-add ALL --security-opt "seccomp=$seccomp" --security-opt systempaths=unconfined \
    --security-opt apparmor=unconfined --memory 768m --memory-swap 768m --cpus 1 --pids-limit 2048 \
    --add-host registry:100.96.0.1 --volume "$tag-$1-disk:/.disk" --volume "$store:/.store:ro" \
    --volume /run/node-sysfs:/.sysfs:ro --volume "/run/slipway/agents/$tag-$1:/run/slipway-platform:ro" "$image" > /dev/null
}

# listen NODE: creates the folder and the socket to which the node's agent connects, as the platform does.
listen() {
  mkdir -p "$run/agents/$tag-$1"
  python3 -c 'import os, socket, sys
os.chdir(sys.argv[1])
server = socket.socket(socket.AF_UNIX)
server.bind("agent.sock")
os.chmod("agent.sock", 0o666)' "$run/agents/$tag-$1"
}
ready() { docker exec "$tag-$1" /usr/local/bin/node-ready 30; }
network() { docker network create --opt "com.docker.network.bridge.name=$2" "$tag-$1" > /dev/null; }
in_node() { timeout 300 docker exec --interactive --workdir /root "$tag-$1" bash -c "$2" 2>&1; }
address() { docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$tag-$1"; }

# it SENTENCE NODE SCRIPT: the script's status decides.   says … TEXT: its output must contain TEXT.   refuses …: it must fail
it() {
  local out
  total=$((total + 1))
  if out=$(in_node "$2" "$3"); then echo "ok    $1"; else report "$1" "$out"; fi
}
says() {
  local out
  total=$((total + 1))
  out=$(in_node "$2" "$3")$'\n' # so that TEXT can include the end of a line
  case $out in *"$4"*) echo "ok    $1" ;; *) report "$1" "expected: $4"$'\n'"$out" ;; esac
}
refuses() {
  local out
  total=$((total + 1))
  if out=$(in_node "$2" "$3"); then report "$1" "it was allowed: $out"; else echo "ok    $1"; fi
}
report() {
  failed=$((failed + 1))
  printf 'FAIL  %s\n' "$1"
  tail -n 15 <<< "$2" | sed 's/^/      | /'
}

clean_up() {
  docker ps --all --quiet --filter "name=^/$tag-" | xargs -r docker rm --force --volumes > /dev/null
  rm -rf "$run/agents/$tag-"*
  docker volume ls --quiet --filter "name=^$tag-" | xargs -r docker volume rm > /dev/null
  docker network ls --quiet --filter "name=^$tag-" | xargs -r docker network rm > /dev/null
}
trap clean_up EXIT

# --- two sandboxes: one closed with two nodes, one open with one ------------------------------------------------------

network closed "swc-$(printf %08x $$)"
network open "swo-$(printf %08x $$)"
begin=$(date +%s%N)
node one closed && ready one || exit 1
echo "      created to ready: $((($(date +%s%N) - begin) / 1000000)) ms"
node two closed && node other open && ready two && ready other || exit 1

# --- as on any machine ------------------------------------------------------------------------------------------------

says 'docker info answers' one 'docker info' 'Storage Driver: overlay2'
it 'every image of the catalogue is present without a pull' one \
  'for i in debian:trixie-slim busybox:1.37 httpd:2.4 nginx:1.26 httpd nginx registry:2 node:20 mysql shop-base:1 hello-world redis redis:8 python python:3.13-slim postgres:17 postgres rabbitmq:4 rabbitmq openjdk:25 openjdk; do docker image inspect $i > /dev/null || exit; done'
says 'docker run' one 'docker run --rm busybox echo hello' hello
says 'docker run --privileged' one 'docker run --rm --privileged debian mount -t tmpfs none /mnt && echo mounted' mounted
says 'a published port serves httpd' one 'docker run -d --name web -p 8080:80 httpd && sleep 1 && curl -s --retry 5 --retry-all-errors localhost:8080' 'It works!'
says 'and nginx' one 'docker run -d --name ng -p 8081:80 nginx && sleep 1 && curl -s --retry 5 --retry-all-errors localhost:8081' 'Welcome to nginx!'
says 'docker logs' one 'docker logs web' '"GET / HTTP/1.1" 200'
says 'docker exec' one 'docker exec web cat /usr/local/apache2/htdocs/index.html' 'It works!'
says 'docker stats sees memory' one 'docker stats --no-stream --format "{{.MemUsage}}" web' 'MiB /'
says 'docker top' one 'docker top web' apache2
it 'docker pause and unpause' one 'docker pause web && docker unpause web && curl -sf -m 5 localhost:8080'
says 'docker run -m sets a limit' one 'docker run --rm -m 64m busybox cat /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max 2>/dev/null' 67108864
says 'and it bites' one 'docker run --name big -m 64m debian tail /dev/zero; docker inspect -f "{{.State.OOMKilled}} {{.State.ExitCode}}" big' 'true 137'
it 'docker run --cpus and --pids-limit' one 'docker run --rm --cpus 0.5 --pids-limit 50 busybox true'
says 'docker commit' one 'docker run --name made busybox sh -c "mkdir /d && echo kept > /d/f" && docker commit made mine:1 && docker run --rm mine:1 cat /d/f' kept
says 'docker diff' one 'docker diff made' 'A /d/f'
says 'docker build, BuildKit' one 'mkdir -p b && printf "FROM debian\nRUN echo built > /x\nWORKDIR /w\nCOPY Dockerfile .\nCMD cat /x\n" > b/Dockerfile && docker build -q -t bk b && docker run --rm bk' built
says 'docker build, classic' one 'DOCKER_BUILDKIT=0 docker build -q -t cl b && docker run --rm cl' built
says 'docker buildx' one 'docker buildx build -q --load -t bx b && docker run --rm bx' built
it 'a layer of a build holds what was written, and no copy of the image below' one '[ "$(docker history --human=false --format "{{.Size}}" bk | sort -n | tail -2 | head -1)" -lt 1000000 ]'
says 'docker compose up' one 'mkdir -p co && cd co && printf "services:\n  web: {image: httpd, ports: [\"8090:80\"]}\n  db: {image: busybox, command: sleep 600, volumes: [\"data:/data\"]}\nvolumes: {data: {}}\n" > compose.yaml && docker compose up -d && sleep 1 && docker compose exec -T db wget -qO- http://web && curl -s localhost:8090 && docker compose down -v -t 1' 'It works!'
says 'a user network has names' one 'docker network create n && docker run -d --name srv --network n httpd && sleep 1 && docker run --rm --network n busybox wget -qO- http://srv' 'It works!'
says 'a volume outlives its container' one 'docker run --rm -v vol:/v busybox sh -c "echo stays > /v/f" && docker run --rm -v vol:/v busybox cat /v/f' stays
says 'docker pull from the registry, after rmi' one 'docker rmi -f nginx:1.26 nginx:latest > /dev/null; docker pull nginx:1.26' 'nginx:1.26'
away='Docker Hub cannot be reached from this machine'
says 'an image that is nowhere: docker run says what to do' one 'docker run --rm nosuch' "$away"
says 'so does docker pull' one 'docker pull nosuch' "$away"
says 'for another registry too' one 'docker pull registry.example/app' 'registry.example cannot be reached from this machine'
says 'so does docker compose' one 'mkdir -p away && cd away && printf "services: {a: {image: nosuch}}" > compose.yaml && docker compose up' "$away"
it 'so does docker build, or the cache of Docker Hub has said that there is none' one \
  'cd away && echo FROM nosuch > Dockerfile && docker build . 2>&1 | grep -E "'"$away"'|pull access denied"'
it 'no message ends with what a resolver says' one '! docker pull nosuch 2>&1 | grep misbehaving'
in_node two 'openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=two -addext subjectAltName=DNS:two -keyout /root/key -out /root/crt &&
  docker run -d --name tls -p 5443:5000 -v /root:/tls:ro -e REGISTRY_HTTP_TLS_CERTIFICATE=/tls/crt -e REGISTRY_HTTP_TLS_KEY=/tls/key registry:2' > /dev/null
docker exec "$tag-two" cat /root/crt | in_node one 'mkdir -p /etc/docker/certs.d/two:5443 && cat > /etc/docker/certs.d/two:5443/ca.crt'
says "a registry of the learner's own, with a certificate, takes a push and gives it back" one \
  'docker tag busybox two:5443/bb && docker push -q two:5443/bb && docker rmi two:5443/bb > /dev/null && docker run --rm two:5443/bb echo from two' 'from two'
in_node two 'docker rm -fv tls' > /dev/null
says 'docker save and load' one 'docker save busybox | docker load' 'Loaded image'
says 'the other node of the sandbox answers by name' one 'ping -c 1 -W 2 two' '1 received'
it 'Swarm: init, join, two nodes ready' one 'docker swarm init --advertise-addr eth0 > /dev/null && docker swarm join-token -q worker > /root/token'
token=$(in_node one 'cat /root/token')
it 'Swarm: the other node joins' two "docker swarm join --token $token one:2377"
says 'Swarm: a service runs on both' one 'docker service create -d --name s --mode global busybox sleep 600 > /dev/null; for i in $(seq 40); do [ "$(docker service ls --format "{{.Replicas}}")" = 2/2 ] && break; sleep 0.5; done; docker service ls' 2/2
it 'the shell names the node and completes docker' one \
  'bash -lic "complete -p docker || _comp_load docker && complete -p docker; [[ \$PS1 == *\\\\h* ]]" < /dev/null'

# --- like a machine of its size ---------------------------------------------------------------------------------------

says 'owners of six digits: chown in a build' one 'mkdir -p ids && printf "FROM debian\nRUN touch /x && chown 70000:654321 /x\n" > ids/Dockerfile && docker build -q -t ids ids && docker run --rm ids ls -n /x' '70000 654321'
it 'docker run -v /:/host:ro,rslave' one 'docker run --rm -v /:/host:ro,rslave busybox test -d /host/etc/docker'
it 'memory areas, as many as Elasticsearch asks for' one '[ "$(cat /proc/sys/vm/max_map_count)" -ge 262144 ]'
it 'inotify instances, more than one node can use up' one '[ "$(cat /proc/sys/fs/inotify/max_user_instances)" -ge 16777216 ]'
it 'open files: at most 65536, soft as hard, the same in containers' one \
  'n=$(ulimit -n) && [ "$n" -le 65536 ] && [ "$(ulimit -Hn)" = "$n" ] && [ "$(docker run --rm busybox sh -c "ulimit -n; ulimit -Hn" | xargs)" = "$n $n" ]'
it 'a user namespace of its own in the node has a /proc' one 'unshare --user --map-root-user --pid --fork --mount-proc true'
if tr -d '\n ' < "$run/host.json" | grep -q '"id":"node-size","title":"[^"]*","state":"ok"'; then
  says 'free shows the memory of the node' one 'free -m | sed -n 2p | tr -s " "' 'Mem: 768 '
  says 'so does docker info' one 'docker info' 'Total Memory: 768MiB'
  says 'so does docker stats' one 'docker stats --no-stream --format "{{.MemUsage}}" web' '/ 768MiB'
  says '/proc/cpuinfo shows its share of the processors' one 'grep -c ^processor /proc/cpuinfo' 1$'\n'
  docker run --rm --pid host --userns host --network none --entrypoint pkill "$image" -KILL lxcfs
  it 'without LXCFS nothing hangs, and its next one shows the node again' one \
    'timeout 30 sh -c "until [ \"\$(free -m | sed -n 2p | tr -s \" \" | cut -d \" \" -f 2)\" = 768 ]; do sleep 0.2; done"'
  refuses 'nothing of LXCFS is writable' one 'mount -o remount,bind,rw /.proc; touch /.proc/x || touch /.proc/lxcfs/x || echo 1 > /.proc/lxcfs/proc/meminfo'
else
  echo '      host.json says that nodes see the whole machine: their size is not tried'
fi

# --- the images that are more than a web server -----------------------------------------------------------------------

# The other node has the memory to itself.
# A password file for the registry is made by httpd, as the description of Docker Hub's registry does it.
says 'registry: takes a push and gives it back' other \
  'docker run -d --name reg -p 5000:5000 -v reg:/var/lib/registry registry:2 > /dev/null && curl -s --retry 9 --retry-all-errors --retry-delay 1 localhost:5000/v2/ && docker tag busybox localhost:5000/bb && docker push -q localhost:5000/bb && docker rmi localhost:5000/bb && docker run --rm localhost:5000/bb echo from there' 'from there'
says 'registry: its volume keeps what was pushed' other \
  'docker rm -f reg > /dev/null && docker run -d --name reg -p 5000:5000 -v reg:/var/lib/registry registry:2 > /dev/null && curl -s --retry 9 --retry-all-errors --retry-delay 1 localhost:5000/v2/bb/tags/list' '"latest"'
says 'registry: a private one' other \
  'docker run --rm httpd htpasswd -Bbn me secret > /root/htpasswd && docker run -d --name private -p 5001:5000 -v /root/htpasswd:/htpasswd:ro -e REGISTRY_AUTH=htpasswd -e REGISTRY_AUTH_HTPASSWD_REALM=private -e REGISTRY_AUTH_HTPASSWD_PATH=/htpasswd registry:2 > /dev/null && curl -s --retry 9 --retry-all-errors --retry-delay 1 -o /dev/null -w "%{http_code} " localhost:5001/v2/ && curl -s -u me:secret -w "%{http_code}" localhost:5001/v2/' '401 {}200'
it 'registry: these go' other 'docker rm -fv reg private && docker volume rm reg'
wait_db='for i in $(seq 60); do docker exec db mysqladmin --protocol=tcp -ume -p"it'"'"'s" ping 2> /dev/null && break; sleep 0.5; done'
says 'mysql: database, user and scripts of the first start' other \
  "mkdir -p init && echo 'CREATE TABLE t (word TEXT); INSERT INTO t VALUES (\"from sql\");' > init/1.sql && echo 'echo from sh > /var/lib/mysql/sh' > init/2.sh && printf root > rootpw && docker run -d --name db -m 200m -v db:/var/lib/mysql -v /root/init:/docker-entrypoint-initdb.d:ro -v /root/rootpw:/rootpw:ro -e MYSQL_ROOT_PASSWORD_FILE=/rootpw -e MYSQL_DATABASE=d_1 -e MYSQL_USER=me -e MYSQL_PASSWORD=\"it's\" mysql > /dev/null && $wait_db && docker exec db cat /var/lib/mysql/sh && docker exec db mysql -ume -p\"it's\" d_1 -e 'SELECT word FROM t'" 'from sql'
says 'mysql: root has the password of the file' other 'docker exec db mysql -uroot -proot -e "SELECT CURRENT_USER()"' root@localhost
refuses 'mysql: root cannot sign in without it' other 'docker exec db mysql -uroot -e "SELECT 1" || docker exec db mysql -h127.0.0.1 -uroot -e "SELECT 1"'
refuses 'mysql: other users have no access' other 'docker exec db mysql -unobody -e "SELECT 1"'
says 'mysql: its volume keeps the rows, and a second start does not initialise it again' other \
  "docker rm -f db > /dev/null && docker run -d --name db -v db:/var/lib/mysql mysql > /dev/null && $wait_db && docker exec db mysql -ume -p\"it's\" d_1 -e 'SELECT word FROM t'" 'from sql'
says 'mysql: another container reaches it by name' other \
  'docker network create dbnet > /dev/null && docker network connect dbnet db && docker run --rm --network dbnet mysql mysql -hdb -ume -p"it'"'"'s" d_1 -e "SELECT 40 + 2"' 42
says 'mysql: stops when asked to' other 'docker stop -t 20 db > /dev/null && docker inspect -f "exit={{.State.ExitCode}}" db' exit=0
says 'mysql: without a word about a password it says what it wants' other 'docker run --rm mysql' MYSQL_ROOT_PASSWORD
says 'mysql: generates a password' other 'docker run -d --name random -e MYSQL_RANDOM_ROOT_PASSWORD=1 mysql > /dev/null; for i in $(seq 40); do docker logs random 2>&1 | grep GENERATED && break; sleep 0.5; done; docker rm -fv random' 'GENERATED ROOT PASSWORD: '
says 'node: runs a script' other 'echo "console.log(6 * 7)" > six.js && docker run --rm -v /root:/w:ro -w /w node:20 six.js' 42
says 'node: its command and its user' other 'docker run --rm --user node node:20 node -p "process.version + process.env.HOME"' 'v20.'
says 'hello-world: says that it works' other 'docker run --rm hello-world' 'Hello from Docker!'
says 'redis: another container reaches it by name, and it runs as its own user' other \
  'docker network create storenet > /dev/null && docker run -d --name cache --network storenet redis > /dev/null && for i in $(seq 40); do docker exec cache redis-cli ping > /dev/null && break; sleep 0.25; done; docker run --rm --network storenet redis redis-cli -h cache set a 1 && docker exec cache grep Uid /proc/1/status' 'Uid:	999'
says 'redis: its volume keeps what it saved' other 'docker restart cache > /dev/null && sleep 1 && docker exec cache redis-cli get a' 1
says 'redis: takes options and a password' other 'docker run -d --name locked redis --requirepass pw > /dev/null && sleep 1 && docker exec locked redis-cli ping; docker rm -fv locked' NOAUTH
wait_pg='for i in $(seq 100); do docker exec pg pg_isready -h 127.0.0.1 > /dev/null && break; sleep 0.25; done'
says 'postgres: database, user and scripts of the first start' other \
  "mkdir -p pginit && echo 'CREATE TABLE t (word TEXT); INSERT INTO t VALUES ('\\''from sql'\\'');' > pginit/1.sql && echo 'echo from sh > \$PGDATA/sh' > pginit/2.sh && printf \"it's\" > pgpw && docker run -d --name pg --network storenet -v pg:/var/lib/postgresql/data -v /root/pginit:/docker-entrypoint-initdb.d:ro -v /root/pgpw:/pw:ro -e POSTGRES_PASSWORD_FILE=/pw -e POSTGRES_USER=me -e POSTGRES_DB=d-1 postgres > /dev/null && $wait_pg && docker exec pg cat /var/lib/postgresql/data/sh && docker exec pg psql -U me d-1 -Atc 'SELECT word FROM t'" 'from sql'
says 'postgres: another container reaches it by name' other "docker run --rm --network storenet -e PGPASSWORD=\"it's\" postgres psql -h pg -U me d-1 -Atc 'SELECT 40 + 2'" 42
refuses 'postgres: with the right password only' other 'docker run --rm --network storenet -e PGPASSWORD=no postgres psql -h pg -U me d-1 -Atc "SELECT 1"'
says 'postgres: its volume keeps the rows, also in another container' other \
  "docker stop -t 20 pg > /dev/null && docker inspect -f 'exit={{.State.ExitCode}}' pg && docker rm pg > /dev/null && docker run -d --name pg -v pg:/var/lib/postgresql/data postgres > /dev/null && $wait_pg && docker exec pg psql -U me d-1 -Atc 'SELECT word FROM t'" 'exit=0'$'\n''from sql'
says 'postgres: without a word about a password it says what it wants' other 'docker run --rm postgres' POSTGRES_PASSWORD
it 'redis and postgres go' other 'docker rm -fv cache pg && docker volume rm pg && docker network rm storenet'
says 'rabbitmq: its first user, and the page that manages it' other \
  'docker run -d --name mq -p 15672:15672 -e RABBITMQ_DEFAULT_USER=me -e RABBITMQ_DEFAULT_PASS=pw rabbitmq > /dev/null; for i in $(seq 60); do docker exec mq rabbitmq-diagnostics -q check_port_connectivity > /dev/null 2>&1 && break; sleep 1; done; docker exec mq rabbitmqctl -q list_users; curl -su me:pw localhost:15672/api/whoami' '"name":"me"'
says 'rabbitmq: stops when asked to' other 'docker stop -t 20 mq > /dev/null && docker inspect -f "exit={{.State.ExitCode}}" mq && docker rm -v mq' exit=0
says 'python: runs a script' other 'echo "import ssl, sqlite3; print(6 * 7)" > six.py && docker run --rm -v /root:/w:ro -w /w python python six.py' 42
says 'python: pip, and environments of the project' other 'docker run --rm python sh -c "pip --version && python3 -m venv /v && /v/bin/pip --version"' 'from /v/'
says 'openjdk: compiles and runs' other \
  'echo "public class Six { public static void main(String[] a) { System.out.println(6 * 7); } }" > Six.java && docker run --rm -v /root:/w -w /w openjdk sh -c "javac Six.java && java Six"' 42
says 'shop-base: Express answers' other \
  'echo "require(\"express\")().use(require(\"cors\")()).get(\"/\", (q, a) => a.json({ok: require(\"mysql\").escape(q.query.x)})).listen(80)" > app.js && docker run -d --name app -p 8070:80 -v /root:/w:ro -w /w shop-base:1 node app.js > /dev/null && curl -s --retry 9 --retry-all-errors --retry-delay 1 "localhost:8070/?x=1"' '"ok":'
it 'all of it goes' other 'docker rm -fv db app && docker volume rm db && docker network rm dbnet'

tar -C "$root/labs/containers" -c shop | docker exec --interactive "$tag-other" tar -C /root -x
it "the labs' shop passes its own tests, with a database in a container" other \
  'docker network create shop > /dev/null && docker run -d --name db --network shop -e MYSQL_RANDOM_ROOT_PASSWORD=1 -e MYSQL_DATABASE=shop -e MYSQL_USER=shop -e MYSQL_PASSWORD=secret mysql > /dev/null && docker create --name tests --network shop -e DB_PASSWORD=secret -w /srv/shop shop-base:1 node --test test/ > /dev/null && docker cp -q shop/. tests:/srv/shop && docker start --attach tests'
it 'and goes' other 'docker rm -fv tests db && docker network rm shop'

# --- surviving --------------------------------------------------------------------------------------------------------

it 'dockerd comes back after a kill' two 'kill -9 $(cat /run/dockerd.node); sleep 0.2; node-ready 20'
it 'containerd comes back after a kill' other 'docker run -d --name keep busybox sleep 600; kill -9 $(cat /run/containerd.node); sleep 1; node-ready && for i in $(seq 20); do docker exec keep true && exit; sleep 0.5; done; false'
in_node other 'docker run --name written busybox sh -c "echo data > /f"' > /dev/null
docker restart "$tag-other" > /dev/null && ready other
says 'docker restart of the node keeps containers and data' other 'docker cp written:/f - | tar -xO' data
it 'and they start again' other 'docker start keep && docker exec keep true'
in_node other 'docker pause keep' > /dev/null
docker kill "$tag-other" > /dev/null && docker start "$tag-other" > /dev/null && ready other
it 'a killed node starts again, also one that has a paused container' other 'docker start keep && docker exec keep true'
docker pause "$tag-other" > /dev/null && docker unpause "$tag-other" > /dev/null
it 'pause and unpause of the node' other 'docker exec keep true'

# --- its disk ---------------------------------------------------------------------------------------------------------

# The image on the disk is the bound for what is written anywhere; 5 GiB is the runtime's default.
says 'the root and the data of its engine are on one disk of 5 GiB' one \
  'df --output=size -BG / /var/lib/docker /var/lib/containerd | sort -u | xargs' '5G 1G-blocks'
refuses 'a file larger than the disk' one 'fallocate -l 6G /big; s=$?; rm -f /big; exit $s'
refuses 'what containers write counts too' one \
  'fallocate -l 3G /big; docker run --rm -v fill:/v busybox fallocate -l 3G /v/big; s=$?; rm /big; docker volume rm fill > /dev/null; exit $s'
it 'and what is deleted is free again' one 'fallocate -l 4G /big && rm /big && fallocate -l 4G /big && rm /big'
it 'the number of files has a limit' one '[ "$(df --output=itotal / | tail -1)" -le 400000 ]'
refuses 'no file of the engine outside can be written to' one 'findmnt --noheadings --raw -o TARGET | grep "^/etc/"'
says 'nor its log' one 'readlink /proc/1/fd/0 /proc/1/fd/1 /proc/1/fd/2 | sort -u | xargs; ls /proc/1/fd | wc -w' $'/dev/null\n3'
refuses 'there is no way back to the old root' one \
  'ls -d /.disk/root /proc/[0-9]*/cwd/.disk/root /proc/[0-9]*/root/.disk/root /proc/[0-9]*/fd/*/.disk/root 2> /dev/null | grep . || unshare --mount sh -c "umount -l / && ls /.disk/root"'
in_node two 'echo kept > /srv/kept; echo "1.2.3.4 learner" >> /etc/hosts; docker run --name written busybox sh -c "echo data > /f"' > /dev/null
docker rm --force "$tag-two" > /dev/null && node two closed && ready two
says 'a node that is created again finds its root file system' two 'cat /srv/kept /etc/hosts' $'kept\n'
says 'with what the learner wrote into /etc/hosts' two 'cat /etc/hosts' '1.2.3.4 learner'
says 'and its own address once' two 'grep -c "[[:space:]]two$" /etc/hosts; getent hosts two' $'1\n'"$(address two)"
says 'and its containers' two 'docker cp written:/f - | tar -xO' data
in_node two 'rm /etc/passwd /etc/group && mkfifo /etc/passwd /etc/group' > /dev/null
begin=$(date +%s)
refuses 'a command in a node without a readable /etc/passwd ends' two true
[ $(($(date +%s) - begin)) -lt 40 ] || report 'and soon' "$(($(date +%s) - begin)) s"
it 'and does not stop another' one true
begin=$(date +%s)
timeout 60 docker restart --time 3 "$tag-two" > /dev/null || report 'such a node starts' ''
timeout 60 docker rm --force "$tag-two" > /dev/null || report 'such a node goes' ''
[ $(($(date +%s) - begin)) -lt 15 ] || report 'such a node starts and goes in time' "$(($(date +%s) - begin)) s"
docker volume rm "$tag-two-disk" > /dev/null
node two closed && ready two
refuses 'a new volume is an empty disk' two 'cat /srv/kept'
refuses "no key of another node's is in /proc/keys" one "grep -E '$(docker ps --quiet --no-trunc --filter "name=^/$tag-" | paste -sd'|')' /proc/keys"

# --- taking what all share --------------------------------------------------------------------------------------------

in_node two 'perl -e "for (1..3) { fork } for (1..9000) { open(my \$f, q(+<), q(/dev/ptmx)) or last; push @all, \$f } sleep 60"' > /dev/null &
bomb=$!
sleep 5
it 'while one node holds all the terminals it can, another gets one' one 'perl -e "open(my \$f, q(+<), q(/dev/ptmx)) or die"'
kill "$bomb"
refuses 'a node that makes twenty thousand cgroups is stopped' two \
  'cd /sys/fs/cgroup/pids 2> /dev/null || cd /sys/fs/cgroup; perl -e "\$n++ while \$n < 20000 && mkdir qq(b\$n); sleep 5 if \$n == 20000; exit(\$n < 20000)"'
for _ in $(seq 30); do # the engine may still be removing its cgroups
  docker start "$tag-two" > /dev/null 2>&1 && ready two 2> /dev/null && break
  sleep 1
done
it 'and starts again after it has tried' two 'docker version'

# --- staying inside ---------------------------------------------------------------------------------------------------

[ "$(docker inspect --format '{{.HostConfig.Privileged}}' "$tag-one")" = false ] || report 'the node is not privileged' true
refuses 'root in the node is unprivileged outside' one 'awk "\$1 == 0 && \$2 == 0 {found = 1} END {exit !found}" /proc/self/uid_map'
# raise ITEM V1-FILE V2-FILE: to no limit, in the mounted tree and in a new mount
raise() {
  refuses "the $1 limit cannot be raised" one \
    "f=/sys/fs/cgroup/$2; [ -e \$f ] || f=/sys/fs/cgroup/$3; [ -e \$f ] || exit 0; echo -1 > \$f || echo max > \$f"
  refuses "nor its file be owned" one "chown 0 /sys/fs/cgroup/$2 || chown 0 /sys/fs/cgroup/$3"
  refuses "nor by another mount of the tree" one \
    "mkdir -p /cg; mount -t cgroup -o ${2%%/*} none /cg && f=/cg/${2##*/} || { mount -t cgroup2 none /cg; f=/cg/$3; }; echo -1 > \$f || echo max > \$f; s=\$?; umount /cg; exit \$s"
}
raise memory memory/memory.limit_in_bytes memory.max
raise processes pids/pids.max pids.max
raise CPU cpu/cpu.cfs_quota_us cpu.max
refuses 'the memory limit bites, also for a container without one' one 'docker run --rm debian tail /dev/zero'
refuses 'kernel settings of the machine are read-only' one 'echo x > /proc/sys/kernel/core_pattern || echo 1 > /proc/sys/kernel/panic || echo h > /proc/sysrq-trigger'
refuses 'no device of the machine can be opened' one 'mknod /dev/d b 254 0 && head -c 1 /dev/d'
refuses 'the image store is read-only' one 'touch /.store/x'
refuses 'and cannot be made writable' one 'mount -o remount,rw /.store || mount -o remount,bind,rw /.store'
refuses 'also not by a mount of its own' one 'mkdir -p /s; mount --bind /.store /s && mount -o remount,bind,rw /s && touch /s/x'
refuses 'nothing in the empty sysfs is writable' one 'mount -o remount,bind,rw /.sysfs; find /.sysfs -type f -writable | grep .'

call() { # call SENTENCE ERRNO NUMBER ARGUMENTS: a system call as root in the node (numbers of x86-64)
  says "$1" one "perl -e 'syscall($3); print \"errno=\" . (\$! + 0) . \"\n\"'" "errno=$2"$'\n'
}
if [ "$(docker info --format '{{.Architecture}}')" = x86_64 ]; then
  call 'bpf is denied' 1 '321, 0, 0, 0'
  call 'perf_event_open is denied' 1 '298, 0, 0, 0, 0, 0'
  call 'userfaultfd is denied' 1 '323, 0'
  call 'io_uring is denied' 1 '425, 1, 0'
  call 'open_by_handle_at is denied' 1 '304, 0, 0, 0'
  call 'kexec_load is denied' 1 '246, 0, 0, 0, 0'
  call 'init_module is denied' 1 '175, 0, 0, 0'
  call 'the kernel log is denied' 1 '103, 10, 0, 0'
  call 'keyctl does not exist' 38 '250, 0, 0, 0, 0, 0'
  call 'AF_KEY sockets are denied' 97 '41, 15, 3, 2'
  call 'AF_ALG sockets are denied' 97 '41, 38, 5, 0'
  call 'AF_VSOCK sockets are denied' 97 '41, 40, 1, 0'
  call 'AF_XDP sockets are denied' 97 '41, 44, 3, 0'
  call 'AF_ALG with a high bit set is denied' 97 '41, 4294967334, 5, 0'
fi

# --- apart ------------------------------------------------------------------------------------------------------------

in_node one 'docker run -d -p 80:80 --name port80 httpd' > /dev/null
in_node other 'docker run -d -p 80:80 --name port80 httpd' > /dev/null
sleep 1
it 'a node reaches a port of its own sandbox' two 'curl -sf -m 3 http://one/'
refuses 'a closed sandbox does not reach an open one' one "curl -s -m 3 http://$(address other)/"
refuses 'an open sandbox does not reach a closed one' other "curl -s -m 3 http://$(address one)/"
refuses 'not even by ping' other "ping -c 1 -W 2 $(address one)"
# A listener of the engine's own, on every address that it has
docker run --detach --name "$tag-listener" --userns host --network host --entrypoint socat "$image" \
  TCP-LISTEN:7777,fork,reuseaddr EXEC:'echo reached' > /dev/null
sleep 1
engine=$(docker exec "$tag-listener" ip -4 -o address | awk '{sub("/.*", "", $4); print $4}' | grep -v '^127' | xargs)
for at in $engine; do
  docker exec "$tag-listener" socat -u "TCP4:$at:7777,connect-timeout=2" - | grep -q reached || report "the listener answers at $at" ''
  for name in one other; do
    refuses "$name does not reach the engine at $at" "$name" "socat -u TCP4:$at:7777,connect-timeout=2 - | grep reached"
  done
done
says 'the registry answers' one 'curl -s -m 3 http://registry:5000/v2/_catalog' '{"'
refuses 'the registry takes no pushes' one 'curl -sf -m 3 -X POST http://registry:5000/v2/library/httpd/blobs/uploads/'
in_node one "perl -MSocket -e 'socket(S, AF_INET, SOCK_DGRAM, 0); send(S, q(x), 0, sockaddr_in(\$_, inet_aton(q($(address two))))) for 1..30000'"
total=$((total + 1))
count=$(docker exec "$tag-listener" cat /proc/sys/net/netfilter/nf_conntrack_count)
if [ "$count" -lt 6000 ]; then
  echo 'ok    a flood of connections in one sandbox stays below its share of the table'
else
  report 'a flood of connections in one sandbox stays below its share of the table' "$count entries"
fi
it 'and others connect' other 'curl -sf -m 3 -o /dev/null http://registry:5000/v2/'
for name in one other; do
  for at in 10.0.0.1 172.17.0.1 192.168.0.1 169.254.169.254 100.100.0.1; do
    refuses "$name gets no answer from $at" "$name" "ip route get $at | grep -q eth0 || exit 1; timeout 2 bash -c 'exec 3<>/dev/tcp/$at/80'"
  done
done
refuses 'a closed sandbox has no way out' one "timeout 2 bash -c 'exec 3<>/dev/tcp/192.0.2.1/80'"
refuses 'and no names from outside' one 'getent hosts example.com'
if docker exec "$tag-listener" getent hosts example.com > /dev/null; then
  it 'an open one has names from outside' other 'getent hosts example.com'
  it 'also in its containers' other 'docker run --rm busybox nslookup example.com'
fi
refuses 'no engine socket is in a node but its own' one 'find / -xdev -type s -name "*.sock" 2> /dev/null | grep engine'

# --- the platform's socket --------------------------------------------------------------------------------------------

folder=/run/slipway-platform
before=$(stat -c '%i %a %s' "$run/agents/$tag-one" "$run/agents/$tag-one/agent.sock")
it 'a node has its socket' one "[ -S $folder/agent.sock ]"
refuses 'nothing can be written beside it' one "touch $folder/file"
refuses 'the folder cannot be filled' one "dd if=/dev/zero of=$folder/file bs=1M count=1"
refuses 'the socket cannot be removed' one "rm -f $folder/agent.sock"
refuses 'nor replaced' one "cp /etc/hostname /tmp/agent.sock && mv -f /tmp/agent.sock $folder/agent.sock"
refuses 'nor moved' one "mv $folder/agent.sock $folder/other.sock"
refuses 'nor closed to others' one "chmod 600 $folder/agent.sock || chown 5 $folder/agent.sock"
refuses 'the mount cannot be made writable' one "mount -o remount,rw $folder && touch $folder/file"
refuses 'nor a copy of it' one "mkdir -p /mnt/copy && mount --bind $folder /mnt/copy && mount -o remount,bind,rw /mnt/copy && touch /mnt/copy/file"
refuses 'nor in a namespace of its own' one "unshare --mount sh -c 'mount -o remount,rw $folder && touch $folder/file'"
refuses 'no socket of a neighbour can be found' one "find / -name agent.sock -type s 2> /dev/null | grep -v -e ^$folder/agent.sock -e ^/mnt/copy"
refuses 'the folder above it is the node'"'"'s own' one "ls $folder/.. $folder/../agents | grep nested"
in_node one "mount --move $folder /mnt; umount --lazy $folder /mnt; mount -t tmpfs none $folder; touch $folder/agent.sock" > /dev/null
it 'a node that moves or covers its mount goes on' one 'docker ps'
total=$((total + 1))
if [ "$(stat -c '%i %a %s' "$run/agents/$tag-one" "$run/agents/$tag-one/agent.sock")" = "$before" ]; then
  echo 'ok    outside, folder and socket are as before'
else
  report 'outside, folder and socket are as before' "$(ls -la "$run/agents/$tag-one")"
fi

clean_up
for _ in $(seq 50); do grep -qs "$tag-" /sys/block/loop*/loop/backing_file || break; sleep 0.1; done
total=$((total + 1))
if grep -s "$tag-" /sys/block/loop*/loop/backing_file; then report 'no loop device is left' ''; else echo 'ok    no loop device is left'; fi

echo "$((total - failed)) passed, $failed failed"
[ "$failed" = 0 ]
