docker run -d --name clock busybox sleep infinity
