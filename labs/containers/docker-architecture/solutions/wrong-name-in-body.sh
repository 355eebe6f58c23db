curl -sS --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' -d '{"Name": "web", "Image": "httpd"}' http://localhost/containers/create
