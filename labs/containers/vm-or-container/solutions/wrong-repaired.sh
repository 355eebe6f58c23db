docker ps --size --format '{{.Size}}' --filter name=scribe | tr -d ')' | cut -d ' ' -f 3
# answer: size
for i in $(seq ${COUNT}); do docker create busybox sleep 600; done
docker exec kiosk sh -c 'echo "<h1>It works!</h1>" > /usr/local/apache2/htdocs/index.html'
