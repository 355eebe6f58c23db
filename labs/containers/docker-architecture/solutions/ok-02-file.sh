# answer: found ${NAME}
cat > web.json <<'END'
{
  "Image": "httpd",
  "ExposedPorts": {"80/tcp": {}},
  "HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "${PORT}"}]}}
}
END
curl --unix-socket /var/run/docker.sock -X POST -H 'Content-Type: application/json' -d @web.json 'http://localhost/v1.44/containers/create?name=web'
sleep 3
curl --unix-socket /var/run/docker.sock -X POST http://localhost/v1.44/containers/web/start
curl --unix-socket /var/run/docker.sock -X DELETE 'http://localhost/v1.44/containers/ledger?force=1'
docker context update harbour --docker host=unix:///var/run/docker.sock
docker ${VERB} ${NAME}
# answer: listen POST /containers/${NAME}/${VERB}
# answer: runtime runc
