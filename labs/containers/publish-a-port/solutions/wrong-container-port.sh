docker run -d -p 8080:8080 httpd
