docker run -it --name ${NAME} busybox
hostname
# keys: ctrl-p ctrl-q
# until: read escape sequence
docker ps
