hostname ${WORD}
unshare --pid --fork --mount-proc sleep 3000 &
curl -s http://localhost
# answer: inside It works!
