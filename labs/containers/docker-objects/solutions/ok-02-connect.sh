docker run -d --name back httpd
docker run -d --name front busybox sleep infinity
docker network create office
docker network connect office back
docker network connect office front
docker volume create archive
docker run -d --name writer --mount type=volume,source=archive,target=/data busybox sleep infinity
docker exec -it writer sh
echo Dear heir, remember ${WORD} > /data/letter
exit
docker rm -f writer
docker run -d --name heir --mount type=volume,source=archive,target=/data busybox sleep infinity
docker network prune --force
docker container prune --force
docker rmi relic:1
