docker run -d -p 8080:80 httpd
docker exec $(docker ps -q --filter publish=8080) sh -c 'echo ${WORD} > /usr/local/apache2/htdocs/index.html'
docker run -d -p 8081:80 httpd
docker commit notes notes:1
docker rm -f notes
docker run -d --name notes -p 9090:80 notes:1
