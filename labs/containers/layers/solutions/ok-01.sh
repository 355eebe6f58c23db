docker image inspect --format '{{len .RootFS.Layers}}' parcel:1
# answer: count
docker history --no-trunc --format '{{.CreatedBy}}' parcel:1 | grep -o '/opt/parcel/[a-z]*.img' | tail -1
# answer: heavy
docker history --format '{{.ID}} {{.CreatedBy}}' parcel:1
docker run --rm $(docker history --format '{{.ID}} {{.CreatedBy}}' parcel:1 | grep -A1 'rm key' | tail -1 | cut -d' ' -f1) cat /opt/parcel/key
# answer: key
docker run -it --name pad parcel:1
cd /opt/parcel
touch reply
echo read with pleasure >> letter
rm stamp-1
exit
docker diff pad
docker commit pad parcel:2
docker create --name packer debian
docker cp pad:/opt/parcel /tmp/parcel
docker cp /tmp/parcel packer:/opt/parcel
docker commit packer lean:1
