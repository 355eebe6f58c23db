docker image rm -f relic:1
