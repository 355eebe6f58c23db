docker run -d --name workshop debian sleep infinity
docker exec workshop mkdir -p /opt/site
docker exec workshop sh -c 'echo "<h1>${WORD}</h1>" > /opt/site/index.html'
docker commit workshop site:1
docker run -d --name copy site:1
echo about > /tmp/about.html
docker run --name fresh debian ls -l /opt
docker cp /tmp/about.html copy:/opt/site/about.html
docker commit copy site:2
