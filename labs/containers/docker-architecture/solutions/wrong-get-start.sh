curl -sS --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' -d '{"Image": "httpd", "HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "${PORT}"}]}}}' 'http://localhost/containers/create?name=web'
sleep 3
curl -sS -i --unix-socket /var/run/docker.sock http://localhost/containers/web/start
