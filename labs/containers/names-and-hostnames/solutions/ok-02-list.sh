docker run -d httpd
docker run -d --name ${NAME} httpd
docker ps --no-trunc --format '{{.ID}} {{.Names}}' | grep ^$(cut -c1-12 complaint.txt) | cut -d' ' -f2
# answer: complaint
docker ps --format '{{.ID}}' --filter name=${NAME}
# answer: hostname
docker run -dit --name desk -h ${HOST} busybox
docker rename old-timer keper
docker rename keper keeper
