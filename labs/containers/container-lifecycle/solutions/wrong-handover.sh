docker run -d --name ${NAME} httpd
