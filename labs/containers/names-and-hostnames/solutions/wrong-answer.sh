docker run -d --name ${NAME} httpd
# answer: hostname ${NAME}
cut -d' ' -f1 complaint.txt
# answer: complaint
