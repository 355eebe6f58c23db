printf 'FROM busybox\nRUN mkdir -p /srv/www && cd /srv/www\nRUN export PORT=${PORT}\nEXPOSE ${PORT}\nLABEL maintainer=${OWNER}\n' > kiosk/Dockerfile
docker build -t kiosk:3 kiosk
# answer: author MAINTAINER
