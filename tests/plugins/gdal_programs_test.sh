#!/bin/sh
# The drivers inside ogrinfo and ogr2ogr: listed, reading, writing. GDAL_DRIVER_PATH is set by ctest.
set -eu
ogrinfo=$1 ogr2ogr=$2 work=$3
rm -rf "$work" && mkdir -p "$work"
cd "$work"

"$ogrinfo" --formats > formats.log
grep -q 'CNParcelTXT -vector- (rw+v)' formats.log
grep -q 'CASSDAT -vector- (rw+v)' formats.log

cat > a.txt <<'TXT'
[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
带号=35
[地块坐标]
5,0.5000,A1,东坡,面,,耕地,0103,@
J1,1,2950100.000,35576600.000
J2,1,2950200.000,35576600.000
J3,1,2950200.000,35576650.000
J4,1,2950100.000,35576650.000
J1,1,2950100.000,35576600.000
TXT
"$ogrinfo" -ro -al a.txt > read.log
grep -q 'using driver `CNParcelTXT' read.log
grep -q 'ID\["EPSG",4523\]' read.log
grep -q 'NAME (String) = 东坡' read.log
grep -q 'POLYGON ((35576600 2950100,' read.log

# Through another format and another zone spelling, and back to the same points.
"$ogr2ogr" -q -f GeoJSON -lco RFC7946=NO -lco COORDINATE_PRECISION=3 -t_srs EPSG:4544 b.json a.txt
"$ogr2ogr" -q -f CNParcelTXT -dsco ENCODING=UTF-8 c.txt b.json
tr -d '\r' < c.txt > c.unix
grep -q '^5,0.5000,A1,东坡,面,,耕地,0103,@$' c.unix
grep -c '^J1,1,2950100.000,35576600.000$' c.unix | grep -qx 2

printf '1,,35576600.000,2950100.000,1320.5\r\n2,302001,35576650.000,2950100.000,\r\n' > p.dat
"$ogrinfo" -ro -al -q p.dat > points.log
grep -q 'POINT Z (35576600 2950100 1320.5)' points.log
grep -q 'POINT (35576650 2950100)' points.log
"$ogr2ogr" -q -f CASSDAT q.dat p.dat
tr -d '\r' < q.dat | grep -qx '1,,35576600.000,2950100.000,1320.500'
