docker network create offices
docker run -d --name back --network offices httpd
