docker run --rm debian uname -r
# answer: kernel
for i in $(seq ${COUNT}); do docker run -d busybox sleep 600; done
docker ps --size --format '{{.Size}}' --filter name=scribe | cut -d ' ' -f 1
# answer: size
docker top tide -o pid | tail -n 1 | tr -d ' '
# answer: process
docker rm -f kiosk
docker run -d --name kiosk -p 8080:80 httpd
