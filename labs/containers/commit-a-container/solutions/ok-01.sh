docker run -it --name workshop debian
mkdir /opt/site
echo ${WORD} > /opt/site/index.html
exit
docker commit workshop site:1
docker run -it --name copy site:1
cat /opt/site/index.html
echo made by hand > /opt/site/about.html
exit
docker run --name fresh debian ls /opt
docker commit copy site:2
