docker run -d --name workshop debian sleep infinity
docker commit workshop site:1
docker exec workshop mkdir -p /opt/site
docker exec workshop sh -c 'echo ${WORD} > /opt/site/index.html'
