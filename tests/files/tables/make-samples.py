"""Writes data/samples/tables/: the two parcels of data/samples/示例项目.txt in the tables people send.

    python3 tests/files/tables/make-samples.py

Needs cs2cs (PROJ) for the degrees and soffice (LibreOffice) for the workbook; both of Debian. The text
of the tables is written here by hand, so that no reader of this program has a part in it.
"""
import pathlib
import subprocess
import tempfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parents[3]
SAMPLES = ROOT / 'data/samples'
OUT = SAMPLES / 'tables'

# parcel, use, area in hectares, ring, points (name, north, east)
RINGS = [
    ('1', '地块1', '工业用地', '11.0000', '1', [
        ('J1', '4145300.000', '35594000.000'), ('J2', '4145300.000', '35594400.000'),
        ('J3', '4145000.000', '35594400.000'), ('J4', '4145000.000', '35594000.000'),
        ('J1', '4145300.000', '35594000.000')]),
    ('1', '地块1', '工业用地', '11.0000', '2', [
        ('J5', '4145200.000', '35594100.000'), ('J6', '4145100.000', '35594100.000'),
        ('J7', '4145100.000', '35594200.000'), ('J8', '4145200.000', '35594200.000'),
        ('J5', '4145200.000', '35594100.000')]),
    ('2', '地块2', '公用设施用地', '0.4000', '1', [
        ('J1', '4144950.000', '35594020.000'), ('J2', '4144950.000', '35594120.000'),
        ('J3', '4144870.000', '35594070.000'), ('J1', '4144950.000', '35594020.000')]),
]


def survey_files():
    text = (SAMPLES / '示例项目.txt').read_text('utf-8')
    (OUT / '示例项目-UTF16.txt').write_bytes(b'\xff\xfe' + text.replace('\n', '\r\n').encode('utf-16-le'))
    lines = []
    for line in text.splitlines():
        if line.endswith(',@'):
            line = line[:-1] + '工业图斑,0601,,,示例,@'
        lines.append(line)
    (OUT / '示例项目-14字段.txt').write_bytes(('\r\n'.join(lines) + '\r\n').encode('utf-8'))


def csv_gbk():
    rows = ['2000国家大地坐标系,3度带,带号35,,,,', '地块编号,地块名称,圈号,界址点号,纵坐标X(m),横坐标Y(m),用途']
    for parcel, name, use, _area, ring, points in RINGS:
        for point, north, east in points:
            rows.append(','.join([parcel, name, ring, point, north, east, use]))
    (OUT / '示例项目-GBK.csv').write_bytes(('\r\n'.join(rows) + '\r\n').encode('gbk'))


def csv_dms():
    places = [(east, north) for *_rest, points in RINGS for _name, north, east in points]
    answer = subprocess.run(
        ['cs2cs', '-f', '%.10f', 'EPSG:4523', 'EPSG:4490'],
        input=''.join(f'{north} {east}\n' for east, north in places),
        capture_output=True, text=True, check=True).stdout
    degrees = iter([line.split()[:2] for line in answer.splitlines()])

    def dms(value):
        units = round(float(value) * 3600 * 100000)
        seconds, rest = divmod(units, 100000)
        return f'{seconds // 3600}°{seconds // 60 % 60:02d}′{seconds % 60:02d}.{rest:05d}″'

    rows = ['点号,圈号,地块,经度,纬度,坐标系']
    for parcel, _name, _use, _area, ring, points in RINGS:
        for point, _north, _east in points:
            lat, lon = next(degrees)
            rows.append(','.join([point, ring, parcel, dms(lon), dms(lat), '']))
    rows[1] += 'CGCS2000'
    (OUT / '示例项目-度分秒.csv').write_bytes(('\ufeff' + '\r\n'.join(rows) + '\r\n').encode('utf-8'))


def workbook():
    def cell(value, kind='string', rows=1, columns=1, formula=''):
        span = f' table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}"'
        span = span if rows * columns > 1 else ''
        formula = f' table:formula="{escape(formula)}"' if formula else ''
        number = f' office:value="{value}"' if kind == 'float' else ''
        text = '' if value == '' else f'<text:p>{escape(value)}</text:p>'
        if value == '' and not formula:
            return '<table:table-cell/>'
        return f'<table:table-cell office:value-type="{kind}"{number}{formula}{span}>{text}</table:table-cell>'

    covered = '<table:covered-table-cell/>'
    rows = ['<table:table-row>' + cell('示例项目界址点成果表（2000国家大地坐标系，3度带，带号35）', columns=7) + covered * 6 + '</table:table-row>']
    rows.append('<table:table-row>' + cell('地块', rows=2) + cell('圈号', rows=2) + cell('界址点号', rows=2)
                + cell('坐标', columns=2) + covered + cell('边长', rows=2) + cell('备注', rows=2) + '</table:table-row>')
    rows.append('<table:table-row>' + covered * 3 + cell('X(m)') + cell('Y(m)') + covered * 2 + '</table:table-row>')
    number = 4
    for parcel, name, _use, _area, ring, points in RINGS:
        of_parcel = [r for r in RINGS if r[0] == parcel]
        for i, (point, north, east) in enumerate(points):
            first = cell(name, rows=sum(len(r[5]) for r in of_parcel)) if i == 0 and ring == '1' else covered
            second = cell(ring, 'float', rows=len(points)) if i == 0 else covered
            # the second parcel has its numbers as text
            kind = 'string' if parcel == '2' else 'float'
            length = '' if i == 0 else f'of:=SQRT(([.D{number}]-[.D{number - 1}])^2+([.E{number}]-[.E{number - 1}])^2)'
            edge = cell('', 'float', formula=length) if length else '<table:table-cell/>'
            rows.append('<table:table-row>' + first + second + cell(point) + cell(north, kind) + cell(east, kind)
                        + edge + '<table:table-cell/>' + '</table:table-row>')
            number += 1
    rows.append('<table:table-row>' + cell('制表：示例单位（虚构数据）') + '</table:table-row>')
    notes = '<table:table-row>' + cell('本表为示例数据，面积合计（公顷）') + cell('', 'float', formula='of:=11+0.4') + '</table:table-row>'
    fods = f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet>
<table:table table:name="界址点">{''.join(rows)}</table:table>
<table:table table:name="说明">{notes}</table:table>
</office:spreadsheet></office:body></office:document>'''
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / '示例项目.fods'
        path.write_text(fods, 'utf-8')
        subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'xlsx',
                        '--outdir', folder, str(path)], check=True, capture_output=True)
        (OUT / '示例项目.xlsx').write_bytes((pathlib.Path(folder) / '示例项目.xlsx').read_bytes())


OUT.mkdir(exist_ok=True)
survey_files()
csv_gbk()
csv_dms()
workbook()
