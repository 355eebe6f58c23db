docker run -d httpd
docker run -d --name ${NAME} httpd
docker inspect --format '{{.Name}}' $(cut -d' ' -f1 complaint.txt)
# answer: complaint
docker run -d --name desk --hostname ${HOST} busybox sleep infinity
docker rename old-timer keeper
docker exec ${NAME} hostname
# answer: hostname
