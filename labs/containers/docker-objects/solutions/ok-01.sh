docker network create office
docker run -d --name back --network office httpd
docker run -d --name front --network office busybox sleep infinity
docker exec front wget -qO- http://back
docker run --rm -v ledger:/data busybox cat /data/owner
# answer: owner
docker run --name writer -v archive:/data busybox sh -c 'echo ${WORD} > /data/letter'
docker rm writer
docker run -d --name heir -v archive:/data busybox sleep infinity
docker network inspect ${EMPTY}
docker network rm ${EMPTY}
docker image rm relic:1
docker rm sleeper
docker image rm relic:1
