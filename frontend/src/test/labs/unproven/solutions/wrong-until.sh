echo something
# until: something else
