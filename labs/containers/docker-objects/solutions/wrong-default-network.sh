docker network create office
docker run -d --name back httpd
docker run -d --name front busybox sleep infinity
docker run --rm -v ledger:/data busybox ls /data
# answer: owner
