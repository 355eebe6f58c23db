docker rm -f tenant
docker network rm attic cellar
