cd shop
cat > Dockerfile <<'END'
FROM shop-base
WORKDIR /srv/shop
COPY . .
EXPOSE 4000
CMD node index.js
END
docker build -q -t shop:1 .
