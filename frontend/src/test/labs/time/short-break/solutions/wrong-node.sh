docker create --name right httpd
# node: node2
docker create --name left httpd
