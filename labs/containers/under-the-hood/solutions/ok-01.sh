unshare --uts --pid --fork --mount-proc sh -c 'hostname ${WORD}; exec sleep 3000' &
nsenter --target $(docker inspect --format '{{.State.Pid}}' web) --net curl -s http://localhost | grep -o 'is [a-z]*' | cut -c 4-
# answer: inside
docker run --name crowd --pids-limit ${PIDS} busybox sh -c 'for i in $(seq 40); do sleep 5 & done; wait'
docker run --name eater --memory ${MEMORY}m debian tail /dev/zero
docker run -d --name busy busybox sh -c 'while :; do :; done'
docker update --cpus ${CPUS} busy
mount -t overlay mine -o lowerdir=/layers/extra:/layers/base,upperdir=/layers/upper,workdir=/layers/work /layers/merged
echo ${WORD} > /layers/merged/diary.txt
rm /layers/merged/lamp.txt
