cd shop
./deploy
curl --json '{"email": "${WORD}@example.org", "name": "Me", "password": "sesame"}' localhost:8080/signup
TOKEN=$(curl --json '{"email": "${WORD}@example.org", "password": "sesame"}' localhost:8080/signin | jq -r .token)
AUTH="Authorization: Bearer $TOKEN"
curl -H "$AUTH" localhost:8080/profile
curl -H "$AUTH" --json '{"title": "Atlas", "category": "books", "price": 3900}' localhost:8080/item
curl -H "$AUTH" --json '{"title": "Lamp", "category": "home", "price": 2500}' localhost:8080/item
curl -H "$AUTH" --json '{"product": 1, "quantity": 1}' localhost:8080/cart
curl -H "$AUTH" localhost:8080/order
curl -H "$AUTH" -X DELETE localhost:8080/item/1
