docker rm -f notes
docker run -d --name notes -p 9090:80 nginx
