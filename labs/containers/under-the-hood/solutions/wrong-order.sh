mount -t overlay mine -o lowerdir=/layers/base:/layers/extra,upperdir=/layers/upper,workdir=/layers/work /layers/merged
