docker create --name left httpd
# node: node2
docker create --name right httpd
