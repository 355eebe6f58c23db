docker run -d --name workshop debian sleep infinity
docker exec workshop mkdir -p /opt/site
docker exec workshop sh -c 'echo ${WORD} > /opt/site/index.html'
docker tag debian site:1
