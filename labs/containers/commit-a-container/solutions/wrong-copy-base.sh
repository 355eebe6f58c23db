docker run -d --name workshop debian sleep infinity
docker exec workshop mkdir -p /opt/site
docker exec workshop sh -c 'echo ${WORD} > /opt/site/index.html'
docker commit workshop site:1
docker run --name copy debian cat /opt/site/index.html
