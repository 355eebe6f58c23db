docker run -d --name shop --network shop -p 8080:4000 shop-base
sleep 1
curl localhost:8080
