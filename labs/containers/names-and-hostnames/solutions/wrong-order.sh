docker run -d httpd --name ${NAME}
