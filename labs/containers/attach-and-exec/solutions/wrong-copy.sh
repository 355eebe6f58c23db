docker run -d --name clock busybox sh -c 'while date; do sleep 2; done'
echo ${WORD} > note
docker cp note clock:/tmp/note
# answer: outside 1
