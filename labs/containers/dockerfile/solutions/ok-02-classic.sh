export DOCKER_BUILDKIT=0
printf 'FROM busybox:latest\nRUN ["sh", "-c", "echo hello ${WORD} > /greeting"]\nCMD cat /greeting\n' > kiosk/one
docker build -f kiosk/one -t kiosk:1 kiosk
printf 'FROM kiosk:1\nWORKDIR /srv/www\nADD index.html notes.tar.gz ./\n' > kiosk/two
docker build -f kiosk/two -t kiosk:2 kiosk
printf 'FROM kiosk:2\nENV PORT ${PORT}\nEXPOSE $PORT/tcp\nLABEL kind=kiosk maintainer="${OWNER}"\n' > kiosk/three
docker build -f kiosk/three -t kiosk:3 kiosk
docker history --no-trunc --format '{{.CreatedBy}}' antique:1 | grep MAINTAINER | sed 's/.*MAINTAINER //'
# answer: author
printf 'FROM kiosk:3\nENTRYPOINT ["httpd", "-f", "-h", "/srv/www"]\nCMD ["-p", "${PORT}"]\n' > kiosk/four
docker build -f kiosk/four -t kiosk:4 kiosk
docker run -d --network host kiosk:4 -p 9000
cat > slow/Dockerfile <<'EOF'
FROM busybox
RUN echo preparing && \
  sleep 1
# the page
COPY page.html /
CMD cat /page.html
EOF
echo ${WORD} > slow/page.html
docker build -t slow:1 slow
