docker run -d --name first -p 8080:80 httpd
docker exec -it first bash
echo '<h1>${WORD}</h1>' > htdocs/index.html
exit
docker run -d --name second -p 8081:80 httpd
docker cp notes:/usr/share/nginx/html/index.html /tmp/index.html
docker rename notes notes-before
docker run -d --name notes -p 9090:80 nginx
docker cp /tmp/index.html notes:/usr/share/nginx/html/index.html
