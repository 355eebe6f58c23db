docker run -d --name registry -p 5000:5000 -v images:/var/lib/registry registry:2
sleep 1
docker tag greeting localhost:5000/greeting
docker push localhost:5000/greeting
docker run -d --name private -p 5001:5000 registry:2
sleep 1
docker tag greeting localhost:5001/greeting:${VERSION}
docker push localhost:5001/greeting:${VERSION}
