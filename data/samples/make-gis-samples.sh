#!/bin/sh
# The samples of geographic information systems, made by GDAL 3.6 (Debian: gdal-bin, zip).
# Run in data/samples: sh make-gis-samples.sh. Same two parcels as 示例项目.txt, CGCS2000 3-degree zone 35.
set -eu
out=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > parcels.csv <<'CSV'
地块编号,地块名称,地块用途,DKMJ,XMMC,SQDW,WKT
1,地块1,工业用地,11.0000,示例项目,示例单位（虚构数据）,"POLYGON((35594000 4145300,35594400 4145300,35594400 4145000,35594000 4145000,35594000 4145300),(35594100 4145200,35594100 4145100,35594200 4145100,35594200 4145200,35594100 4145200))"
2,地块2,公用设施用地,0.4000,示例项目,示例单位（虚构数据）,"POLYGON((35594020 4144950,35594120 4144950,35594070 4144870,35594020 4144950))"
CSV
cat > parcels.vrt <<'VRT'
<OGRVRTDataSource><OGRVRTLayer name="parcels"><SrcDataSource>parcels.csv</SrcDataSource>
<GeometryType>wkbPolygon</GeometryType><LayerSRS>EPSG:4523</LayerSRS>
<GeometryField encoding="WKT" field="WKT"/>
<Field name="地块编号"/><Field name="地块名称"/><Field name="地块用途"/>
<Field name="DKMJ" type="Real" width="12" precision="4"/><Field name="XMMC"/><Field name="SQDW"/>
</OGRVRTLayer></OGRVRTDataSource>
VRT
make() { format=$1; file=$2; shift 2; ogr2ogr -f "$format" "$file" parcels.vrt -nln 项目范围 "$@"; }
# dates of packed files are fixed, so that the archive is the same every time
pack() { find "$@" -exec touch -d 2026-11-21T00:00:00Z {} +; }

mkdir shp; make 'ESRI Shapefile' shp -lco ENCODING=CP936
pack shp; (cd shp && TZ=UTC zip -q -X -D "$out/示例项目-Shapefile.zip" 项目范围.*)

make OpenFileGDB 项目范围.gdb
pack 项目范围.gdb; TZ=UTC zip -q -X -r "$out/示例项目-FileGDB.zip" 项目范围.gdb

rm -f "$out/示例项目.gpkg"
OGR_CURRENT_DATE=2026-11-21T00:00:00.000Z make GPKG "$out/示例项目.gpkg"
make FlatGeobuf "$out/示例项目.fgb"
make GML "$out/示例项目.gml" -dsco FORMAT=GML3 -dsco XSISCHEMA=OFF
rm -f "$out/示例项目.xsd"

# GDAL lets no Chinese field names into MapInfo files
mkdir mif; make 'MapInfo File' mif/项目范围.mif -dsco FORMAT=MIF -lco ENCODING=CP936 -sql \
  'SELECT "地块编号" AS DKBH, "地块名称" AS DKMC, "地块用途" AS DKYT, DKMJ, XMMC, SQDW FROM parcels'
pack mif; (cd mif && TZ=UTC zip -q -X -D "$out/示例项目-MapInfo.zip" 项目范围.*)
