docker create --name web httpd
sleep 3
docker start web
sleep 2
docker stop web
sleep 2
docker rmi -f httpd
docker images
