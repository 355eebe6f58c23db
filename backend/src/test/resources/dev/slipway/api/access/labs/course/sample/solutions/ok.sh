# answer: first
echo 42
