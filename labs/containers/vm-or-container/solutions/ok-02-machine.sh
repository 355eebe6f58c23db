uname -r
# answer: kernel
# answer: size ${MEGABYTES}
pgrep -f '^sleep ${TIDE}'
# answer: process
docker stop -t 1 kiosk
docker rm kiosk
docker run -d --name kiosk -p 80:80 -p 8080:80 httpd
for i in $(seq ${COUNT}); do docker run -d --name "boat-$i" busybox sh -c 'while :; do sleep 5; done'; done
