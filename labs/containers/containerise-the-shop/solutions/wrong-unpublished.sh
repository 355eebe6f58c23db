cd shop
cat > Dockerfile <<'END'
FROM shop-base
WORKDIR /srv/shop
COPY . .
EXPOSE 4000
CMD ["node", "index.js"]
END
docker build -q -t shop:1 .
echo .env > .dockerignore
docker build -q -t shop:1 .
cat > compose.yaml <<'END'
services:
  shop:
    image: shop:1
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
    volumes: ["data:/var/lib/mysql"]
networks:
  back: {}
volumes:
  data: {}
END
docker compose up -d
sleep 5
docker compose logs --tail 3 shop
