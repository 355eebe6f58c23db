curl -sS --unix-socket /var/run/docker.sock http://localhost/containers/json | jq -r '.[0].Names[0]'
# answer: found
curl -sS --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' -d '{"Image": "httpd", "HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "${PORT}"}]}}}' 'http://localhost/containers/create?name=web'
sleep 3
curl -sS -i --unix-socket /var/run/docker.sock -X POST http://localhost/containers/web/start
curl -sS -i --unix-socket /var/run/docker.sock -X DELETE http://localhost/containers/ledger
docker context use default
socat -v UNIX-LISTEN:/tmp/spy.sock,fork UNIX-CONNECT:/var/run/docker.sock 2> /tmp/spy.log &
sleep 1
docker -H unix:///tmp/spy.sock ${VERB} ${NAME}
grep -aE '^(HEAD|GET|POST|DELETE) ' /tmp/spy.log | tail -n 1
# answer: listen
docker info --format '{{.DefaultRuntime}}'
# answer: runtime
