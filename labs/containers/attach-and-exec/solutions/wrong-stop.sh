docker run -it --name desk busybox
echo ${WORD} > /note
# keys: ctrl-p ctrl-q
docker top desk
sleep 1
docker stop -t 1 desk
