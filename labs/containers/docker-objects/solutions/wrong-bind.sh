docker run --name writer -v /root/archive:/data busybox sh -c 'echo ${WORD} > /data/letter'
docker rm writer
docker run -d --name heir -v /root/archive:/data busybox sleep infinity
