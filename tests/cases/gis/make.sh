#!/bin/sh
# Files for tests/files/gdal-formats.test.ts, made by GDAL 3.6 (Debian: gdal-bin, zip): sh make.sh
set -eu
out=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export OGR_CURRENT_DATE=2026-11-21T00:00:00.000Z

# csv <name> <wkt>...: a table of shapes with a column NAME
csv() { name=$1; shift; { echo 'NAME,WKT'; i=0; for wkt in "$@"; do i=$((i + 1)); echo "$name$i,\"$wkt\""; done; } > "$name.csv"; }
# add <format> <file> <table> <epsg> <options>...: the table as a layer of the file
add() {
  format=$1; file=$2; table=$3; epsg=$4; shift 4
  [ -e "$file" ] && update=-update || update=
  ogr2ogr -q -f "$format" $update "$file" "$table.csv" -nln "$table" -a_srs "EPSG:$epsg" \
    -oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO "$@"
}
pack() { target=$1; shift; find "$@" -exec touch -d 2026-11-21T00:00:00Z {} +; rm -f "$out/$target"; TZ=UTC zip -q -X -D -r "$out/$target" "$@"; }

square='POLYGON((35594000 4145300,35594400 4145300,35594400 4145000,35594000 4145000,35594000 4145300))'
other='POLYGON((35595000 4145300,35595100 4145300,35595100 4145200,35595000 4145200,35595000 4145300))'
csv site "$square"
csv plots "$square" "$other"
csv corners 'POINT(35594000 4145300)' 'POINT(35594400 4145300)'
csv route 'LINESTRING(35594000 4145300,35594400 4145300)'
csv degrees 'POLYGON((106.06 37.43,106.07 37.43,106.07 37.44,106.06 37.43))'
csv mixed "$square" 'MULTIPOLYGON(((35595000 4145300,35595100 4145300,35595100 4145200,35595000 4145200,35595000 4145300)),((35596000 4145300,35596100 4145300,35596100 4145200,35596000 4145200,35596000 4145300)))' \
  'POLYGON Z((35597000 4145300 9,35597100 4145300 9,35597100 4145200 9,35597000 4145200 9,35597000 4145300 9))' ''
csv arc 'CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(35594000 4145000,35594100 4145100,35594200 4145000),(35594200 4145000,35594000 4145000)))'

# two layers of areas: which is the site?
add GPKG two-areas.gpkg site 4523; add GPKG two-areas.gpkg plots 4523; pack two-areas.zip two-areas.gpkg
# one of areas, one of points and one without shapes
add GPKG one-area.gpkg site 4523; add GPKG one-area.gpkg corners 4523
ogr2ogr -q -update -f GPKG one-area.gpkg site.csv -nln words -nlt NONE -select NAME; pack one-area.zip one-area.gpkg
# layers in two systems
add GPKG two-systems.gpkg site 4523; add GPKG two-systems.gpkg degrees 4490; pack two-systems.zip two-systems.gpkg
# lines and points only
add GPKG no-area.gpkg route 4523; pack no-area.zip no-area.gpkg
# one layer with everything: parts, heights, nothing
add GPKG mixed.gpkg mixed 4523 -nlt GEOMETRY; pack mixed.zip mixed.gpkg
# half a disc
add GPKG arc.gpkg arc 4523 -nlt CURVEPOLYGON; pack arc.zip arc.gpkg
# a system that no planner of these parts uses
add GPKG utm.gpkg site 32648; pack utm.zip utm.gpkg
add FlatGeobuf utm.fgb site 32648; add FlatGeobuf mixed.fgb mixed 4523 -nlt GEOMETRY -dim XYZ -lco SPATIAL_INDEX=NO; pack utm-fgb.zip utm.fgb; pack mixed-fgb.zip mixed.fgb
# a plane of its own, without a code: the middle meridian of a county
ogr2ogr -q -f FlatGeobuf local.fgb site.csv -a_srs '+proj=tmerc +lat_0=0 +lon_0=106.5 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m' \
  -oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO; pack local-fgb.zip local.fgb
# a geodatabase of two layers
add OpenFileGDB two.gdb site 4523 -nlt MULTIPOLYGON; add OpenFileGDB two.gdb plots 4523 -nlt MULTIPOLYGON; pack two-gdb.zip two.gdb
# MapInfo's own form
add 'MapInfo File' site.tab site 4523 -lco BOUNDS=35590000,4140000,35600000,4150000; pack tab.zip site.tab site.dat site.map site.id
# GML with latitude first, as its name of the system wants it
add GML degrees.gml degrees 4490 -dsco FORMAT=GML3 -dsco XSISCHEMA=OFF; cp degrees.gml "$out/"
