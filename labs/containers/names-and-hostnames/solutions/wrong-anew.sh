docker rm -f old-timer
docker run -d --name keeper busybox sleep infinity
