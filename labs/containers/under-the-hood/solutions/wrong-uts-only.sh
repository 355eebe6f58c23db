unshare --uts sh -c 'hostname ${WORD}; exec sleep 3000' &
