# no prompt
docker run --name clock busybox sh -c 'while date; do sleep 2; done'
# terminal: 2
docker rm -f clock
docker run -d --name clock busybox sh -c 'while date; do sleep 2; done'
docker exec -it clock sh
echo ${WORD} > /tmp/note
exit
docker top clock | awk '/while date/ {print $2}'
# answer: outside
docker run -it --detach-keys ctrl-x,x --name desk busybox sh
echo remember ${WORD} >> /note
# keys: ctrl-x x
docker top desk
docker exec desk cat /note
# no prompt
docker attach desk
cat /note
exit 3
