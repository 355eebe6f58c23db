docker run -d --name pad parcel:1 sleep infinity
docker exec pad sh -c 'cd /opt/parcel; echo thanks > reply; echo read >> letter; rm stamp-1'
docker tag parcel:1 parcel:2
docker run --name trim parcel:1 sh -c 'cd /opt/parcel; rm -f *.img stamp*'
docker commit trim lean:1
