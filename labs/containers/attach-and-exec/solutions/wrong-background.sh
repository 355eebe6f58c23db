docker run -dit --name desk busybox
docker exec desk sh -c 'echo ${WORD} > /note'
docker top desk
