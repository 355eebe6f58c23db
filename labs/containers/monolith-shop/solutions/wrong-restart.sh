cd shop
./deploy
curl --json '{"email": "${WORD}@example.org", "name": "Me", "password": "sesame"}' localhost:8080/signup
TOKEN=$(curl --json '{"email": "${WORD}@example.org", "password": "sesame"}' localhost:8080/signin | jq -r .token)
AUTH="Authorization: Bearer $TOKEN"
curl -H "$AUTH" localhost:8080/profile
curl -H "$AUTH" --json '{"title": "Atlas", "category": "books", "price": 3900}' localhost:8080/item
curl -H "$AUTH" --json '{"title": "Lamp", "category": "home", "price": 2500}' localhost:8080/item
curl -H "$AUTH" --json '{"product": 1, "quantity": 1}' localhost:8080/cart
curl -H "$AUTH" -X POST localhost:8080/order
curl -H "$AUTH" -X DELETE localhost:8080/item/1
curl localhost:8080/item
# Checks are looked at when Docker reports something, else every 15 seconds: nobody types as fast as this.
docker run --rm busybox true
sleep 2
sed -i "s/response.json(items)/response.json(items.map((item) => ({ ...item, currency: 'XXX' })))/" routes/product.js
./deploy
curl -H "$AUTH" -X POST localhost:8080/train
sleep 2
docker start shop
sleep 3
curl -H "$AUTH" -X POST localhost:8080/train
sleep 1
docker ps -a
