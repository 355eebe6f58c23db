cp /layers/base/* /layers/extra/* /layers/merged/
echo ${WORD} > /layers/merged/diary.txt
