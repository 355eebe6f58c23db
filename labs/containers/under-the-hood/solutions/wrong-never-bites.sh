docker run -d --name crowd busybox sh -c 'for i in $(seq 4); do sleep 600 & done; wait'
docker update --pids-limit ${PIDS} crowd
docker run -d --name eater --memory ${MEMORY}m debian sleep 600
docker kill eater
docker run -d --name busy --cpus ${CPUS} busybox sh -c 'while :; do :; done'
