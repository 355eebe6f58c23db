docker run -d --name web httpd
