docker run -d --name ${HOST} busybox sleep infinity
docker run -d --name desk busybox sleep infinity
