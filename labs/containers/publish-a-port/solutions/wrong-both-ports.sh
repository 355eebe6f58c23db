docker run -d -p 8080:80 httpd
docker run -d -p 8081:81 httpd
curl http://localhost:8081
