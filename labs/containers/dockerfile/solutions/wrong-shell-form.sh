printf 'FROM busybox\nCOPY index.html /srv/www/\nENTRYPOINT httpd -f -h /srv/www\nCMD ["-p", "${PORT}"]\n' > kiosk/Dockerfile
docker build -t kiosk:4 kiosk
docker run -d -p 9000:9000 kiosk:4 -p 9000
