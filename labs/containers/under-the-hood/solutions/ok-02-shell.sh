docker run -d --name busy --cpus 0.9 busybox sh -c 'while :; do :; done'
docker update --cpus ${CPUS} busy
docker run -d --name eater -m ${MEMORY}m --memory-swap ${MEMORY}m debian tail /dev/zero
docker run -d --name crowd --pids-limit ${PIDS} debian bash -c 'for i in $(seq 40); do sleep 5 & done; wait'
cd /layers
mount -t overlay overlay -o lowerdir=extra:base,upperdir=upper,workdir=work merged
rm merged/lamp.txt
echo "dear diary, ${WORD}" > merged/diary.txt
# answer: inside ${SIGN}
# terminal: 2
unshare -u -p -n -f --mount-proc bash
exit
unshare -u -p -f --mount-proc bash
hostname ${WORD}
ps -ef
