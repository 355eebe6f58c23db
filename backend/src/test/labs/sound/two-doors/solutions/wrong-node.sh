docker run -d --name front -p ${PORT}:80 httpd
docker cp /root/page.html front:/usr/local/apache2/htdocs/index.html
docker run -d --name back busybox sleep 1d
