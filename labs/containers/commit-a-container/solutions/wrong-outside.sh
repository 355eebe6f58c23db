docker run -d --name workshop debian sleep infinity
mkdir -p /opt/site
echo ${WORD} > /opt/site/index.html
