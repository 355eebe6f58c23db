sed -i 's/^[a-z]*/\U&/' slow/Dockerfile
echo ${WORD} >> slow/page.html
docker build -t slow:1 slow
