<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection
     xmlns:ogr="http://ogr.maptools.org/"
     xmlns:gml="http://www.opengis.net/gml">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4523"><gml:lowerCorner>4144870 35594000</gml:lowerCorner><gml:upperCorner>4145300 35594400</gml:upperCorner></gml:Envelope></gml:boundedBy>
                                                                                                                                                    
  <ogr:featureMember>
    <ogr:项目范围 gml:id="项目范围.0">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4523"><gml:lowerCorner>4145000 35594000</gml:lowerCorner><gml:upperCorner>4145300 35594400</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Polygon srsName="urn:ogc:def:crs:EPSG::4523"><gml:exterior><gml:LinearRing><gml:posList>4145300 35594000 4145300 35594400 4145000 35594400 4145000 35594000 4145300 35594000</gml:posList></gml:LinearRing></gml:exterior><gml:interior><gml:LinearRing><gml:posList>4145200 35594100 4145100 35594100 4145100 35594200 4145200 35594200 4145200 35594100</gml:posList></gml:LinearRing></gml:interior></gml:Polygon></ogr:geometryProperty>
      <ogr:地块编号>1</ogr:地块编号>
      <ogr:地块名称>地块1</ogr:地块名称>
      <ogr:地块用途>工业用地</ogr:地块用途>
      <ogr:DKMJ>11.0000</ogr:DKMJ>
      <ogr:XMMC>示例项目</ogr:XMMC>
      <ogr:SQDW>示例单位（虚构数据）</ogr:SQDW>
    </ogr:项目范围>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:项目范围 gml:id="项目范围.1">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4523"><gml:lowerCorner>4144870 35594020</gml:lowerCorner><gml:upperCorner>4144950 35594120</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Polygon srsName="urn:ogc:def:crs:EPSG::4523"><gml:exterior><gml:LinearRing><gml:posList>4144950 35594020 4144950 35594120 4144870 35594070 4144950 35594020</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></ogr:geometryProperty>
      <ogr:地块编号>2</ogr:地块编号>
      <ogr:地块名称>地块2</ogr:地块名称>
      <ogr:地块用途>公用设施用地</ogr:地块用途>
      <ogr:DKMJ>0.4000</ogr:DKMJ>
      <ogr:XMMC>示例项目</ogr:XMMC>
      <ogr:SQDW>示例单位（虚构数据）</ogr:SQDW>
    </ogr:项目范围>
  </ogr:featureMember>
</ogr:FeatureCollection>
