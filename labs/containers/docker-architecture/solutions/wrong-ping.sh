docker context use default
docker ${VERB} ${NAME}
# answer: listen HEAD /_ping HTTP/1.1
# answer: runtime containerd
