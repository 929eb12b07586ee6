#!/bin/sh
# How GDAL writes the systems of the registry: sh make-wkt-answers.sh > wkt-answers.json (Debian: gdal-bin)
set -eu
echo '{'
echo '"by": "gdalsrsinfo, GDAL 3.6.2: sh tests/crs/make-wkt-answers.sh",'
echo '"answers": ['
first=1
for epsg in 4490 4326 4610 4214 4523 4524 4544 4545 4496 4507 4513 4533 2361 2359 2338 2401 21418 32648 3857; do
  for form in wkt_esri wkt1 wkt2_2019; do
    text=$(gdalsrsinfo --single-line -o "$form" "EPSG:$epsg" | tr -d '\n' | sed 's/\\/\\\\/g; s/"/\\"/g')
    [ $first = 1 ] || echo ','
    first=0
    printf '{ "epsg": %s, "form": "%s", "text": "%s" }' "$epsg" "$form" "$text"
  done
done
echo ']}'
