# answer: first
echo 41
