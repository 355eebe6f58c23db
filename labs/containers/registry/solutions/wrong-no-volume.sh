# answer: address localhost:5000
docker run -d --name registry -p 5000:5000 registry:2
