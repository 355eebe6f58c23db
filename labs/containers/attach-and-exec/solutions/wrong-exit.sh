docker run -it --name desk busybox
echo ${WORD} > /note
exit
docker start desk
docker top desk
