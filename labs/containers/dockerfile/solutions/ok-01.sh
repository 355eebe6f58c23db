cd /root/kiosk
cat > Dockerfile <<'EOF'
FROM busybox
RUN echo ${WORD} > /greeting
CMD ["cat", "/greeting"]
EOF
docker build -t kiosk:1 .
docker run --rm kiosk:1
cat >> Dockerfile <<'EOF'
COPY index.html /srv/www/
ADD notes.tar.gz /srv/www/
EOF
docker build -t kiosk:2 .
cat >> Dockerfile <<'EOF'
WORKDIR /srv/www
ENV PORT=${PORT}
EXPOSE ${PORT}
LABEL maintainer=${OWNER}
EOF
docker build -t kiosk:3 .
docker image inspect --format '{{.Author}}' antique:1
# answer: author
cat >> Dockerfile <<'EOF'
ENTRYPOINT ["httpd", "-f", "-h", "/srv/www"]
CMD ["-p", "${PORT}"]
EOF
docker build -t kiosk:4 .
docker run -d -p 9000:9000 kiosk:4 -p 9000
cd /root/slow
cat > Dockerfile <<'EOF'
FROM busybox
RUN echo preparing, please wait && sleep 8
COPY page.html /page.html
CMD ["cat", "/page.html"]
EOF
docker build -t slow:1 .
echo '<p>${WORD}</p>' >> page.html
docker build -t slow:1 .
