docker push greeting
# answer: address docker.io
docker run -d --name registry -p 5000:5000 -v images:/var/lib/registry registry:2
sleep 1
docker tag greeting localhost:5000/greeting:${VERSION}
docker push localhost:5000/greeting:${VERSION}
curl -s http://localhost:5000/v2/greeting/tags/list; echo
docker rmi greeting localhost:5000/greeting:${VERSION}
docker pull localhost:5000/greeting:${VERSION}
docker run --rm localhost:5000/greeting:${VERSION}
mkdir /root/auth
docker run --rm httpd htpasswd -Bbn ${LOGIN} sesame > /root/auth/htpasswd
docker run -d --name private -p 5001:5000 -v /root/auth:/auth:ro -e REGISTRY_AUTH=htpasswd -e REGISTRY_AUTH_HTPASSWD_REALM=private -e REGISTRY_AUTH_HTPASSWD_PATH=/auth/htpasswd registry:2
sleep 1
docker tag localhost:5000/greeting:${VERSION} localhost:5001/greeting:${VERSION}
# no prompt
docker login localhost:5001
# no prompt
${LOGIN}
sesame
docker push localhost:5001/greeting:${VERSION}
