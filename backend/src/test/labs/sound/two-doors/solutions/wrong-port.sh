docker run -d --name door -p 8000:80 httpd
