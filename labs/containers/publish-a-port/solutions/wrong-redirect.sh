docker run -d --name web -p 8080:80 httpd
docker exec web echo ${WORD} > /usr/local/apache2/htdocs/index.html
curl http://localhost:8080
