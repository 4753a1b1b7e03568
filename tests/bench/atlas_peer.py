"""Makes an atlas of all residential buildings with a QGIS layout: atlas_peer.py TOWN.sqlite STYLES OUT_DIR

A3 pages with the same layers in Liangdi's own styles, title, labels, legend filtered by the map, scale bar, and
the household list of each building as a text. Writes OUT_DIR/qgis.pdf and OUT_DIR/qgis/*.png at 300 dpi and prints
"pdf wall_s processor_s" and "png wall_s processor_s". Needs the distribution's python3-qgis.
"""
import os
import sqlite3
import sys
import time

LAYERS = ["barrier", "street", "building", "grid", "community", "entrance", "facility"]  # from the bottom up


def main(town, styles, out):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import (QgsApplication, QgsDataSourceUri, QgsLayoutExporter, QgsLayoutItemLabel,
                           QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemPage, QgsLayoutItemScaleBar, QgsLayoutMeasurement,
                           QgsLayoutPoint, QgsLayoutSize, QgsPrintLayout, QgsProject, QgsUnitTypes, QgsVectorLayer)
    from qgis.PyQt.QtGui import QFont
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    layers = {}
    for name in LAYERS:
        uri = QgsDataSourceUri()
        uri.setDatabase(town)
        uri.setDataSource("", name, "geometry", "", "id")
        layer = QgsVectorLayer(uri.uri(), name, "spatialite")
        if not layer.isValid():
            raise RuntimeError("QGIS does not open layer " + name)
        layer.loadSldStyle(os.path.join(styles, name + ".sld"))
        project.addMapLayer(layer)
        layers[name] = layer
    coverage_uri = QgsDataSourceUri()
    coverage_uri.setDatabase(town)
    coverage_uri.setDataSource("", "building", "geometry", "kind='residential'", "id")
    coverage = QgsVectorLayer(coverage_uri.uri(), "coverage", "spatialite")
    project.addMapLayer(coverage, False)
    project.setCrs(coverage.crs())

    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize("A3", QgsLayoutItemPage.Landscape)

    def place(item, x, y, w, h):
        layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(x, y, QgsUnitTypes.LayoutMillimeters))
        item.attemptResize(QgsLayoutSize(w, h, QgsUnitTypes.LayoutMillimeters))

    def label(text, x, y, w, h, points):
        item = QgsLayoutItemLabel(layout)
        item.setText(text)
        item.setFont(QFont("WenQuanYi Micro Hei", points))
        place(item, x, y, w, h)

    map_item = QgsLayoutItemMap(layout)
    map_item.setLayers([layers[name] for name in reversed(LAYERS)])
    map_item.setFrameEnabled(True)
    place(map_item, 8, 27, 204, 241)
    map_item.zoomToExtent(coverage.extent())
    map_item.setAtlasDriven(True)
    map_item.setAtlasScalingMode(QgsLayoutItemMap.Fixed)
    map_item.setScale(500)
    label('平远新城 [% "name" %]', 20, 8, 380, 14, 26)
    label('[% "address" %]  [% "floors" %] 层', 218, 27, 92, 10, 9)
    for i, text in enumerate(["CGCS2000", "1985国家高程基准", "资料：平远新城台账", "示意图，不作为确权依据"]):
        label(text, 8, 271 + 5 * i, 150, 5, 8)
    lists = dict(sqlite3.connect(town).execute(
        "SELECT b.id, (SELECT group_concat(f.number || ' ' || p.name, char(10)) FROM flat f JOIN occupancy o ON "
        "o.flat=f.id AND o.kind='main' JOIN party p ON p.id=o.household WHERE f.building=b.id) FROM building b"))
    households = QgsLayoutItemLabel(layout)
    households.setFont(QFont("WenQuanYi Micro Hei", 7))
    place(households, 316, 27, 96, 241)
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(map_item)
    legend.setLegendFilterByMapEnabled(True)
    # A street is as wide as on the ground: its symbol would cover the legend.
    legend.setAutoUpdateModel(False)
    legend.model().rootGroup().removeLayer(layers["street"])
    place(legend, 218, 100, 92, 120)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(map_item)
    bar.applyDefaultSize()
    place(bar, 150, 278, 60, 10)

    atlas = layout.atlas()
    atlas.setCoverageLayer(coverage)
    atlas.setEnabled(True)
    atlas.setFilenameExpression("'p' || @atlas_featurenumber")
    atlas.featureChanged.connect(lambda feature: households.setText(lists.get(feature.id()) or ""))

    def timed(name, work):
        wall, cpu = time.perf_counter(), time.process_time()
        result = work()
        if (result[0] if isinstance(result, tuple) else result) != QgsLayoutExporter.Success:
            raise RuntimeError(f"QGIS could not export {name}: {result}")
        print(f"{name} {time.perf_counter() - wall:.2f} {time.process_time() - cpu:.2f} {atlas.count()}", flush=True)

    pdf = QgsLayoutExporter.PdfExportSettings()
    pdf.dpi = 300
    timed("pdf", lambda: QgsLayoutExporter.exportToPdf(atlas, os.path.join(out, "qgis.pdf"), pdf))
    images = QgsLayoutExporter.ImageExportSettings()
    images.dpi = 300
    os.makedirs(os.path.join(out, "qgis"), exist_ok=True)
    timed("png", lambda: QgsLayoutExporter.exportToImage(atlas, os.path.join(out, "qgis", "p"), "png", images))


if __name__ == "__main__":
    main(*sys.argv[1:4])
