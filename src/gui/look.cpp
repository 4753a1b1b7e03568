#include "gui/look.hpp"

#include <QApplication>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QLocale>
#include <QStyleFactory>
#include <QTranslator>

#include "gui/tokens.hpp"

// Q_INIT_RESOURCE must stand outside of every namespace.
static void init_translations() {
    Q_INIT_RESOURCE(liangdi_translations);
}

namespace liangdi::gui {

namespace {

QPalette palette_of(const Tokens& t) {
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::Base, t.base);
    p.setColor(QPalette::AlternateBase, t.panel);
    p.setColor(QPalette::Button, t.window);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        p.setColor(role, t.text);
        p.setColor(QPalette::Disabled, role, t.edge);
    }
    p.setColor(QPalette::ToolTipBase, t.base);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Highlight, t.selected);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.accent);
    return p;
}

/// What Fusion cannot say by its palette.
QString style_sheet(const Tokens& t) {
    QString css = QStringLiteral(R"(
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMenuBar { background: @window; padding: 1px 8px; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected { background: @selected; }
QToolBar { background: @window; border: none; border-bottom: 1px solid @line; spacing: 2px; padding: 2px 8px; }
QToolBar::separator { background: @line; width: 1px; margin: 5px 6px; }
QToolBar QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 3px 4px; min-width: 22px; min-height: 22px; }
QToolBar QToolButton:hover { background: @panel; border-color: @line; }
QToolBar QToolButton:checked { background: @selected; border-color: @accent; }
QToolBar QLineEdit QToolButton { border: none; padding: 0; min-width: 0; min-height: 0; }
QStatusBar { background: @window; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QWidget#panel, QScrollArea#panel, QTabWidget#panel { background: @panel; border: none; }
QWidget#rail { background: @window; border-right: 1px solid @line; }
QWidget#rail QToolButton { border: none; border-left: 3px solid transparent; border-radius: 0; padding: 6px 0; color: @text; }
QWidget#rail QToolButton:checked { background: @base; border-left-color: @accent; }
QFrame#card { background: @base; border: 1px solid @line; border-radius: 3px; }
QFrame#card[chosen="true"] { background: @selected; border: 2px solid @accent; }
QFrame#card QLabel, QFrame#card QRadioButton { background: transparent; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid @edge; border-radius: 7px; background: @base; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid @accent; }
QRadioButton::indicator:disabled { border-color: @line; }
QLabel#warntag { border: 1px solid @warn; border-radius: 3px; padding: 0 5px; color: @warn; background: @base; }
QLabel#errortag { border: 1px solid @error; border-radius: 3px; padding: 0 5px; color: @error; background: @base; }
QWidget#steps { background: @window; border-bottom: 1px solid @line; }
QToolButton#step { border: none; border-bottom: 3px solid transparent; padding: 8px 16px; background: transparent; }
QToolButton#step:checked { border-bottom-color: @accent; background: @panel; font-weight: bold; }
QToolButton#step:disabled { color: @edge; }
QToolButton#step:focus { color: @accent; }
QFrame#mapcard { background: @panel; border: 1px solid @edge; border-radius: 4px; }
QToolButton#segment { border: 1px solid @edge; padding: 3px 12px; background: @base; min-height: 18px; }
QToolButton#segment:checked { background: @selected; border-color: @accent; font-weight: bold; }
QToolButton#segment:focus { border-color: @accent; }
QListWidget { background: @base; border: 1px solid @line; }
QListWidget::item:selected { background: @selected; color: @text; }
QWidget#strip, QWidget#dockhead { background: @panel; border-bottom: 1px solid @line; }
QWidget#errorstrip { background: @errorback; border-bottom: 1px solid @error; }
QWidget#errorstrip QLabel { color: @error; }
QWidget#foot { background: @panel; border-top: 1px solid @line; }
QFrame#divider { color: @line; }
QToolButton#segment { border: 1px solid @edge; padding: 2px 12px; background: @base; color: @text; }
QToolButton#segment:checked { background: @accent; border-color: @accent; color: @onaccent; }
QToolButton#segment:focus { border: 2px solid @accent; }
QListView, QListWidget { background: @panel; }
QLabel#muted { color: @muted; }
QLabel#head { color: @text; font-weight: bold; }
QLabel#townhead { color: @accent; font-weight: bold; }
QLabel#villagehead { color: @village; font-weight: bold; }
QWidget#townplace { background: @panel; border-bottom: 3px solid @accent; }
QWidget#villageplace { background: @panel; border-bottom: 3px solid @village; }
QPushButton#level:checked { background: @accent; color: @onaccent; border-color: @accent; }
QToolButton#chip:checked { border-color: @accent; color: @accent; }
QWidget#townside { border-left: 3px solid @accent; }
QWidget#villageside { border-left: 3px solid @village; }
QLabel#chip, QToolButton#chip, QToolButton#chipwarn { border: 1px solid @line; border-radius: 10px; padding: 1px 9px; background: @base; }
QToolButton#chipwarn { border-color: @warn; color: @warn; }
QLabel#tag { border: 1px solid @line; border-radius: 3px; padding: 0 5px; background: @base; }
QLabel#oktag { border: 1px solid @ok; border-radius: 3px; padding: 0 5px; color: @ok; background: @base; }
QLabel#ok { color: @ok; } QLabel#warn { color: @warn; } QLabel#error { color: @error; }
QFrame#rule { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame#linkform { background: @selected; border: 1px dashed @accent; }
QFrame#linkform QLabel { background: transparent; }
QPushButton { border: 1px solid @edge; border-radius: 3px; padding: 3px 10px; background: @base; min-height: 18px; }
QPushButton:hover { background: @selected; }
QPushButton:disabled { color: @edge; border-color: @line; }
QPushButton#primary { background: @accent; color: @onaccent; border-color: @accent; }
QPushButton#primary:disabled { background: @line; border-color: @line; color: @panel; }
QPushButton:focus, QLineEdit:focus, QComboBox:focus { border: 1px solid @accent; }
QLineEdit { border: 1px solid @edge; border-radius: 3px; padding: 2px 6px; background: @base; min-height: 20px; }
QLineEdit#scale { border: none; border-bottom: 1px solid @edge; border-radius: 0; padding: 0 2px; background: transparent; min-height: 16px; }
QTreeView, QTableView { background: @panel; border: none; outline: none; }
QTableView::item { padding: 0 3px; border: none; background: transparent; }
QTreeView::item { padding-right: 4px; }
QTreeView::item:selected, QTableView::item:selected { background: @selected; color: @text; }
QTableView { gridline-color: @line; border: 1px solid @line; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTableView#editing { border: 3px solid @warn; }
QHeaderView::section { background: @window; border: none; border-right: 1px solid @line; border-bottom: 1px solid @line; padding: 3px 4px; font-weight: bold; }
QTabWidget::pane { border: none; border-top: 1px solid @line; background: @panel; }
QTabBar::tab { padding: 5px 14px; border: 1px solid transparent; background: transparent; color: @text; }
QTabBar::tab:selected { background: @panel; border-color: @line; border-bottom-color: @panel; font-weight: bold; }
)");
    QColor error_back = t.error;
    error_back = QColor::fromRgbF((t.base.redF() * 8 + t.error.redF()) / 9,
                                  (t.base.greenF() * 8 + t.error.greenF()) / 9,
                                  (t.base.blueF() * 8 + t.error.blueF()) / 9);
    // The longer names first: "@errorback" begins with "@error".
    const std::pair<const char*, QColor> names[] = {
        {"@errorback", error_back}, {"@onaccent", t.on_accent}, {"@selected", t.selected},
        {"@village", t.village},    {"@window", t.window},      {"@accent", t.accent},
        {"@panel", t.panel},        {"@muted", t.muted},        {"@error", t.error},
        {"@base", t.base},          {"@line", t.line},          {"@edge", t.edge},
        {"@text", t.text},          {"@warn", t.warn},          {"@ok", t.ok}};
    for (const auto& [name, colour] : names) css.replace(QLatin1String(name), colour.name());
    return css;
}

}  // namespace

void set_up_look(QApplication& application) {
    const bool dark = tokens_for(application.palette()).window == dark_tokens.window;
    const Tokens& tokens = dark ? dark_tokens : light_tokens;
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setPalette(palette_of(tokens));
    application.setStyleSheet(style_sheet(tokens));

    QIcon::setThemeSearchPaths(QIcon::themeSearchPaths() << QStringLiteral("/usr/share/icons"));
    QIcon::setThemeName(dark ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));

    QFont font = application.font();
    const QString cjk = QStringLiteral("Noto Sans CJK SC");
    if (QFontDatabase::families().contains(cjk)) font.setFamily(cjk);
    font.setPointSizeF(text_pt);
    application.setFont(font);
}

void set_up_language(QApplication& application, const QString& language) {
    init_translations();
    QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (locale.language() == QLocale::C) locale = QLocale(QLocale::Chinese, QLocale::China);
    QLocale::setDefault(locale);
    const auto take_own = [&application](const char* file) {
        auto* own = new QTranslator(&application);
        if (own->load(QLatin1String(file))) QApplication::installTranslator(own);
    };
    if (locale.language() != QLocale::Chinese) {
        take_own(":/liangdi/liangdi_en.qm");  // plurals; the source text is English
        return;
    }
    // Qt's own words first: of several translators the last installed is asked first.
    auto* qt = new QTranslator(&application);
    if (qt->load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(qt);
    }
    take_own(":/liangdi/liangdi_zh_CN.qm");
}

QIcon icon(const char* name) {
    return QIcon::fromTheme(QLatin1String(name));
}

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}
QFont sized(QFont font, double pt) {
    font.setPointSizeF(pt);
    return font;
}

}  // namespace liangdi::gui
