docker run --name writer busybox sh -c 'mkdir /data; echo ${WORD} > /data/letter'
docker rm writer
docker run -d --name heir -v archive:/data busybox sleep infinity
