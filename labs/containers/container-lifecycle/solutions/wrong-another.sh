docker create --name web httpd
sleep 3
docker run -d httpd
docker ps
