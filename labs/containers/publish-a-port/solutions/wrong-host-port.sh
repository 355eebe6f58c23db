docker run -d -p 8008:80 httpd
