docker create --name web httpd
sleep 3
docker start web
docker rm $(docker ps -aq --filter status=exited --filter ancestor=busybox)
docker inspect --format '{{.Config.Labels.handover}}' harbour
docker run -d --name ${NAME} nginx
docker stop web
sleep 2
docker rm web
