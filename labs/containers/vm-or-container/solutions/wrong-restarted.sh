docker restart -t 1 kiosk
