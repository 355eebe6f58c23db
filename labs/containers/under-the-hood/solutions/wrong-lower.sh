mount -t overlay mine -o lowerdir=/layers/extra:/layers/base,upperdir=/layers/upper,workdir=/layers/work /layers/merged
echo ${WORD} > /layers/merged/diary.txt
rm /layers/base/lamp.txt
