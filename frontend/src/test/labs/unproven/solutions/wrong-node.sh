# node: elsewhere
echo nobody hears this
