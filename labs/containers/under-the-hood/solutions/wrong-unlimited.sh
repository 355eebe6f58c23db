docker run -d --name crowd busybox sh -c 'for i in $(seq 40); do sleep 5 & done; wait'
docker run -d --name eater debian sleep 600
docker run -d --name busy busybox sh -c 'while :; do :; done'
