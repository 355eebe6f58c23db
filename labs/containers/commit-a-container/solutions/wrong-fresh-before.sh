docker run -d --name workshop debian sleep infinity
docker run --name fresh debian ls /opt
docker exec workshop mkdir -p /opt/site
docker exec workshop sh -c 'echo ${WORD} > /opt/site/index.html'
docker commit workshop site:1
docker start -a fresh
