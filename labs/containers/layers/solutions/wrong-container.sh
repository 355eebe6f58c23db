docker run -d --name pad debian sleep infinity
docker exec pad sh -c 'mkdir /opt/parcel; cd /opt/parcel; echo thanks > reply; echo read > letter'
docker commit pad parcel:2
