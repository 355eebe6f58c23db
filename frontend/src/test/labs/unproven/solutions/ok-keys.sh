docker run -it --name ${NAME} busybox
hostname
# keys: ctrl-p ctrl-q
# until: root@node1
docker ps
