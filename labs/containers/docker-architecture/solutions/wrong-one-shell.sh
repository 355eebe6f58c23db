# answer: found ledger
export DOCKER_HOST=unix:///var/run/docker.sock
docker rm -f $(docker ps -aq)
