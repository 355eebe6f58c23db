docker create --name web httpd
sleep 3
docker start web
sleep 2
docker kill web
