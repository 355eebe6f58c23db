docker history -q parcel:1 | wc -l | awk '{print $1 + 1}'
# answer: count
# answer: heavy dd
# answer: key /opt/parcel/key
