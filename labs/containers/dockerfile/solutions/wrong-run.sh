printf 'FROM busybox\nRUN echo ${WORD} > /greeting\nRUN cat /greeting\n' > kiosk/Dockerfile
docker build -t kiosk:1 kiosk
