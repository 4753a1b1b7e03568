"""Draws the views of a file with QGIS and Mapnik: render_peers.py TOWN.sqlite VIEWS OUT_DIR ROUNDS

VIEWS: one view a line, "name centre_x centre_y m_per_px width height outlined". For each peer and view the picture
is written to OUT_DIR/PEER-NAME.png and "PEER NAME wall_ms processor_ms", medians, to standard output; a peer that is not installed is
named on standard error and left out. Needs the distribution's python3-qgis and python3-mapnik.
"""
import os
import statistics
import sys
import time

PADDY, DRY, LINE, LINE_PX, PAPER = "#FCDD90", "#FFFEDD", "#8A7B4F", 0.5, "#F5F4EC"


def median_ms(work, rounds):
    """Wall time and processor time of all threads, "wall processor"."""
    work()  # the first fills caches
    walls, processor = [], []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append((time.perf_counter() - wall) * 1000)
        processor.append((time.process_time() - cpu) * 1000)
    return f"{statistics.median(walls):.1f} {statistics.median(processor):.1f}"


def box_of(view):
    half_w, half_h = view["m_per_px"] * view["w"] / 2, view["m_per_px"] * view["h"] / 2
    return view["x"] - half_w, view["y"] - half_h, view["x"] + half_w, view["y"] + half_h


def with_qgis(town, views, out, rounds):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import (QgsApplication, QgsCategorizedSymbolRenderer, QgsDataSourceUri, QgsFillSymbol,
                           QgsMapRendererSequentialJob, QgsMapSettings, QgsRectangle, QgsRendererCategory,
                           QgsVectorLayer)
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor
    application = QgsApplication([], False)
    application.initQgis()
    uri = QgsDataSourceUri()
    uri.setDatabase(town)
    uri.setDataSource("", "parcel", "geometry", "kind='farmland'")
    layer = QgsVectorLayer(uri.uri(), "parcels", "spatialite")
    if not layer.isValid():
        raise RuntimeError("QGIS does not open the town")

    def symbol(fill, outlined):
        return QgsFillSymbol.createSimple({"color": fill, "outline_style": "solid" if outlined else "no",
                                           "outline_color": LINE, "outline_width": str(LINE_PX),
                                           "outline_width_unit": "Pixel"})

    for view in views:
        layer.setRenderer(QgsCategorizedSymbolRenderer("land_class", [
            QgsRendererCategory("0101", symbol(PADDY, view["outlined"]), "paddy"),
            QgsRendererCategory(None, symbol(DRY, view["outlined"]), "other")]))
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(layer.crs())
        settings.setOutputSize(QSize(view["w"], view["h"]))
        settings.setOutputDpi(96)
        settings.setBackgroundColor(QColor(PAPER))
        settings.setExtent(QgsRectangle(*box_of(view)))
        picture = []

        def draw():
            job = QgsMapRendererSequentialJob(settings)
            job.start()
            job.waitForFinished()
            picture[:] = [job.renderedImage()]

        print("QGIS", view["name"], median_ms(draw, rounds), flush=True)
        picture[0].save(os.path.join(out, f"QGIS-{view['name']}.png"))


def with_mapnik(town, views, out, rounds):
    import mapnik
    for view in views:
        line = f'<LineSymbolizer stroke="{LINE}" stroke-width="{LINE_PX}"/>' if view["outlined"] else ""
        m = mapnik.Map(view["w"], view["h"])
        mapnik.load_map_from_string(m, f"""<Map background-color="{PAPER}"><Style name="s">
            <Rule><Filter>[land_class]='0101'</Filter><PolygonSymbolizer fill="{PADDY}"/>{line}</Rule>
            <Rule><ElseFilter/><PolygonSymbolizer fill="{DRY}"/>{line}</Rule></Style>
            <Layer name="l"><StyleName>s</StyleName><Datasource><Parameter name="type">sqlite</Parameter>
            <Parameter name="file">{town}</Parameter>
            <Parameter name="table">(select id, land_class, geometry from parcel where kind='farmland')</Parameter>
            <Parameter name="geometry_field">geometry</Parameter><Parameter name="key_field">id</Parameter>
            <Parameter name="wkb_format">spatialite</Parameter><Parameter name="use_spatial_index">true</Parameter>
            <Parameter name="index_table">idx_parcel_geometry</Parameter>
            <Parameter name="geometry_table">parcel</Parameter>
            <Parameter name="extent">{",".join(str(v) for v in box_of(view))}</Parameter>
            </Datasource></Layer></Map>""")
        m.zoom_to_box(mapnik.Box2d(*box_of(view)))
        picture = mapnik.Image(view["w"], view["h"])
        print("Mapnik", view["name"], median_ms(lambda: mapnik.render(m, picture), rounds), flush=True)
        picture.save(os.path.join(out, f"Mapnik-{view['name']}.png"), "png")


def main():
    town, list_of_views, out, rounds = sys.argv[1:5]
    views = []
    with open(list_of_views, encoding="utf-8") as lines:
        for line in lines:
            name, x, y, m_per_px, w, h, outlined = line.split()
            views.append({"name": name, "x": float(x), "y": float(y), "m_per_px": float(m_per_px), "w": int(w),
                          "h": int(h), "outlined": outlined == "1"})
    for name, draw in (("QGIS", with_qgis), ("Mapnik", with_mapnik)):
        try:
            draw(os.path.abspath(town), views, out, int(rounds))
        except Exception as reason:  # one peer that fails must not hide the other
            print(f"{name}: skipped, {reason}", file=sys.stderr)
    sys.stdout.flush()
    os._exit(0)  # QGIS without a window may crash while it goes


main()
