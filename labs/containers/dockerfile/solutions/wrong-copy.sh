docker run --name one busybox sh -c 'echo ${WORD} > /greeting'
docker commit --change 'CMD ["cat", "/greeting"]' one kiosk:1
printf 'FROM busybox\nCOPY index.html notes.tar.gz /srv/www/\n' > kiosk/Dockerfile
docker build -t kiosk:2 kiosk
