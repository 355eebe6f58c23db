docker save parcel:1 | tar -x -C /tmp
jq -r '.[0].Layers | length' /tmp/manifest.json
# answer: count
docker history --no-trunc parcel:1 | grep dd | grep -o '[a-z]*.img'
# answer: heavy
for layer in $(jq -r '.[0].Layers[]' /tmp/manifest.json); do tar -xO -f /tmp/$layer opt/parcel/key 2>/dev/null; done
# answer: key
docker run -d --name pad parcel:1 sleep infinity
docker exec pad sh -c 'cd /opt/parcel; echo thanks > reply; echo read >> letter; rm stamp-1'
docker commit pad parcel:2
docker export $(docker create parcel:1) | docker import - lean:1
