cd shop
cat > Dockerfile <<'END'
FROM shop-base
WORKDIR /srv/shop
COPY . .
EXPOSE 4000
CMD ["node", "index.js"]
END
docker build -q -t shop:1 .
cat > compose.yaml <<'END'
services:
  shop:
    image: shop:1
    ports: ["8080:4000"]
    environment:
      DB_HOST: db
      DB_PASSWORD: $${DB_PASSWORD}
    networks: [back]
  db:
    image: mysql
    environment:
      MYSQL_RANDOM_ROOT_PASSWORD: "yes"
      MYSQL_DATABASE: shop
      MYSQL_USER: shop
      MYSQL_PASSWORD: $${DB_PASSWORD}
    networks: [back]
    ports: ["3306:3306"]
networks:
  back: {}
END
docker compose up -d
curl --retry 60 --retry-all-errors --retry-delay 1 localhost:8080 2> /dev/null
