cd shop
./deploy
curl --json '{"email": "${WORD}@example.org", "name": "Me", "password": "sesame"}' localhost:8080/signup
TOKEN=$(curl --json '{"email": "${WORD}@example.org", "password": "simsim"}' localhost:8080/signin | jq -r .token)
curl -H "Authorization: Bearer $TOKEN" localhost:8080/profile
