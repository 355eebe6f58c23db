docker run -d --name clock busybox sh -c 'while date; do sleep 2; done'
docker run -it --name desk busybox
echo ${WORD} > /note
# keys: ctrl-p ctrl-q
docker top desk
# no prompt
docker attach desk
cat /note
exit
docker exec clock sh -c 'echo ${WORD} > /tmp/note'
docker exec clock ps
docker inspect --format '{{.State.Pid}}' clock
# answer: outside
