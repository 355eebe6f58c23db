curl -sS --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' -d '{"Image": "httpd", "ExposedPorts": {"80/tcp": {}}}' 'http://localhost/containers/create?name=web'
sleep 3
curl -sS --unix-socket /var/run/docker.sock -X POST http://localhost/containers/web/start
