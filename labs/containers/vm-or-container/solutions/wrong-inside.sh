docker run --rm debian cat /etc/debian_version
# answer: kernel
docker exec tide ps | grep 'sleep ${TIDE}' | head -n 1 | tr -s ' ' | sed 's/^ //' | cut -d ' ' -f 1
# answer: process
docker run -d busybox sh -c 'for i in $(seq ${COUNT}); do sleep 600 & done; wait'
