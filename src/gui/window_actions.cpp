#include "gui/window_actions.hpp"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include "gui/look.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

/// Not named tr: lupdate would read the macro inside as its own call.
QString say(const char* text) {
    return QCoreApplication::translate("liangdi::gui::WindowActions", text);
}

QAction* make(QMainWindow& window, const QString& text, const char* icon_name,
              const QList<QKeySequence>& keys) {
    auto* action = new QAction(text, &window);
    if (icon_name) action->setIcon(icon(icon_name));
    action->setShortcuts(keys);
    QString plain = text;
    plain.remove(QStringLiteral("…"));
    action->setIconText(plain);
    action->setToolTip(keys.isEmpty() ? plain
                                      : QStringLiteral("%1 (%2)").arg(
                                            plain, keys.front().toString(QKeySequence::NativeText)));
    window.addAction(action);  // its key works without a menu as well
    return action;
}

}  // namespace

WindowActions::WindowActions(QMainWindow& w) {
    const auto key = [](const char* text) { return QKeySequence(QLatin1String(text)); };
    new_town = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "New town…")), "document-new",
                    {key("Ctrl+N")});
    open = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Open…")), "document-open",
                {key("Ctrl+O")});
    open_sample =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Open the sample town")), nullptr, {});
    close_town = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Close the town")), nullptr,
                      {key("Ctrl+W")});
    all_saved = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Is everything saved?")),
                     nullptr, {key("Ctrl+S")});
    lock = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Unlock the personal records…")),
                "object-locked", {key("Ctrl+L")});
    change_passphrase =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Change my passphrase…")), nullptr, {});
    add_officer =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Give an officer a passphrase…")),
             nullptr, {});
    remove_officer =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Take an officer's passphrase away…")),
             nullptr, {});
    recover =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Passphrase forgotten…")), nullptr, {});
    new_recovery_key =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "New recovery key…")), nullptr, {});
    quit = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Quit")), nullptr, {key("Ctrl+Q")});
    undo =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Undo")), "edit-undo", {key("Ctrl+Z")});
    redo = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Redo")), "edit-redo",
                {key("Ctrl+Shift+Z"), key("Ctrl+Y")});
    select_none = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Clear the selection")),
                       "edit-select-none", {key("Ctrl+Shift+A")});
    zoom_in = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Zoom in")), "zoom-in",
                   {key("Ctrl++"), key("Ctrl+=")});
    zoom_out = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Zoom out")), "zoom-out",
                    {key("Ctrl+-")});
    full_extent = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Full extent")),
                       "zoom-fit-best", {key("Home")});
    town_extent = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "The town")), "go-home",
                       {key("Shift+Home")});
    previous_view = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Previous view")),
                         "go-previous", {key("Alt+Left")});
    next_view = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Next view")), "go-next",
                     {key("Alt+Right")});
    refresh = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Refresh")), nullptr, {key("F5")});
    hide_docks = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Hide the docks")), nullptr,
                      {key("F9")});
    hide_docks->setCheckable(true);
    full_screen =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Full screen")), nullptr, {key("F11")});
    full_screen->setCheckable(true);
    search = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Find")), "edit-find",
                  {key("Ctrl+F"), key("Ctrl+K")});
    select_tool = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Select")), "edit-select", {});
    pan_tool = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Pan")), "transform-move", {});
    layer_style = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Layer style…")), nullptr,
                       {key("Ctrl+Shift+T")});
    show_ground =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Ground layers")), nullptr, {});
    show_ground->setObjectName("show_ground");
    add_picture = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Add imagery…")), nullptr, {});
    add_picture->setObjectName("add_picture");
    add_heights = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Add heights…")), nullptr, {});
    add_heights->setObjectName("add_heights");
    add_tiles = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Add map tiles…")), nullptr, {});
    add_tiles->setObjectName("add_tiles");
    renew_key =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Renew the data key…")), nullptr, {});
    shortcuts =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Keyboard shortcuts…")), nullptr, {});
    import = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Import…")), "document-import",
                  {key("Ctrl+I")});
    measure_distance = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Measure a distance")),
                            "measure", {key("Ctrl+Shift+M")});
    measure_area = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Measure an area")),
                        "draw-polygon", {key("Ctrl+Shift+J")});
    add_bookmark = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Bookmark this view")),
                        "bookmark-new", {key("Ctrl+B")});
    show_bookmarks = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Bookmarks")), "bookmarks",
                          {key("Ctrl+Shift+B")});
    escape = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "One step back")), nullptr,
                  {key("Esc")});
    show_table = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Attribute table")), nullptr,
                      {key("F6")});
    focus_map =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "To the map")), nullptr, {key("F8")});
    check_town = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Check the town")), nullptr,
                      {key("Ctrl+Shift+K")});
    next_finding =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Next finding")), nullptr, {key("F4")});
    previous_finding = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Previous finding")),
                            nullptr, {key("Shift+F4")});
    ledgers = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Write ledgers…")), nullptr,
                   {key("Ctrl+Shift+L")});
    match_list = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Match a list…")), nullptr, {});
    about = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "About Liangdi")), nullptr, {});
    map_mode =
        make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Map")), "map-flat", {key("Alt+1")});
    two_places_mode = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Two places")),
                           "view-split-left-right", {key("Alt+2")});
    sheets_mode = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Sheets")),
                       "view-file-columns", {key("Alt+6")});
    auto* modes = new QActionGroup(&w);
    for (auto* mode : {map_mode, two_places_mode, sheets_mode}) {
        mode->setCheckable(true);
        modes->addAction(mode);
    }
    map_mode->setChecked(true);
    print = make(w, say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Sheet and print…")),
                 "document-print", {key("Ctrl+P")});
    // Shortcuts of one's own are kept by these names; the others go by the key that they come with.
    const std::pair<QAction*, const char*> named[] = {
        {open_sample, "open_sample"}, {change_passphrase, "change_passphrase"},
        {add_officer, "add_officer"}, {remove_officer, "remove_officer"},
        {recover, "recover"},         {new_recovery_key, "new_recovery_key"},
        {renew_key, "renew_key"},     {select_tool, "select_tool"},
        {pan_tool, "pan_tool"},       {match_list, "match_list"},
        {shortcuts, "shortcuts"},     {about, "about"}};
    for (const auto& [action, name] : named) action->setObjectName(QLatin1String(name));
    tools = new QActionGroup(&w);
    for (auto* tool : {select_tool, pan_tool, measure_distance, measure_area}) {
        tool->setCheckable(true);
        tools->addAction(tool);
    }
    select_tool->setChecked(true);

    QMenuBar& bar = *w.menuBar();
    const auto menu = [&bar](const QString& title, const QList<QAction*>& actions) {
        auto* m = bar.addMenu(title);
        for (auto* action : actions) {
            if (action) {
                m->addAction(action);
            } else {
                m->addSeparator();
            }
        }
        return m;
    };
    auto* file =
        menu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "&File")), {new_town, open, open_sample});
    recent = file->addMenu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Recent")));
    file->addSeparator();
    file->addAction(import);
    file->addSeparator();
    file->addAction(lock);
    keys = file->addMenu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Passphrases")));
    keys->addActions({change_passphrase, add_officer, remove_officer, recover, new_recovery_key, renew_key});
    file->addActions({print, all_saved, close_town});
    file->addSeparator();
    file->addAction(quit);
    menu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "&Edit")),
         {undo, redo, nullptr, select_none, escape});
    view = menu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "&View")),
                {zoom_in, zoom_out, full_extent, town_extent, nullptr, previous_view, next_view, add_bookmark,
                 show_bookmarks, nullptr, refresh, show_table, focus_map, hide_docks, full_screen, nullptr,
                 map_mode, two_places_mode, sheets_mode});
    menu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "&Layers")),
         {layer_style, nullptr, show_ground, nullptr, add_picture, add_heights, add_tiles});
    menu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "F&ind")), {search});
    tool_menu = menu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "&Tools")),
                     {select_tool, pan_tool, nullptr, measure_distance, measure_area});
    menu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Chec&k")),
         {check_town, nullptr, next_finding, previous_finding});
    sheets = menu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "&Sheets")), {sheets_mode, nullptr});
    menu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "&Ledger")), {ledgers, match_list});
    window = menu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "&Window")), {});
    menu(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "&Help")), {shortcuts, nullptr, about});
    enable_for_town(false);
}

void WindowActions::enable_for_town(bool is_open) {
    for (auto* action : {close_town,
                         all_saved,
                         lock,
                         change_passphrase,
                         add_officer,
                         remove_officer,
                         recover,
                         new_recovery_key,
                         undo,
                         redo,
                         select_none,
                         zoom_in,
                         zoom_out,
                         full_extent,
                         town_extent,
                         previous_view,
                         next_view,
                         refresh,
                         search,
                         show_table,
                         focus_map,
                         check_town,
                         next_finding,
                         previous_finding,
                         select_tool,
                         pan_tool,
                         sheets_mode,
                         print,
                         two_places_mode,
                         ledgers,
                         match_list}) {
        action->setEnabled(is_open);
    }
    for (auto* action : {import, layer_style, show_ground, add_picture, add_heights, add_tiles,
                         measure_distance, measure_area, add_bookmark, show_bookmarks, renew_key})
        action->setEnabled(is_open);
    keys->setEnabled(is_open);
}

namespace {

/// A button with a word and a menu; its icon is that of the first thing it does.
QToolButton* menu_button(const QAction* like, const QList<QAction*>& actions, const QString& words) {
    auto* button = new QToolButton;
    auto* menu = new QMenu(button);
    menu->addActions(actions);
    button->setIcon(like->icon());
    button->setText(words);
    button->setToolTip(words);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setProperty("words", true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

/// Where the window is narrow the words of the toolbar go (design/window.md); its icons stay.
class WordsWhereThereIsRoom final : public QObject {
  public:
    WordsWhereThereIsRoom(QMainWindow& window, QToolBar& bar) : QObject(&bar), window_(window), bar_(bar) {
        window.installEventFilter(this);
    }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == &window_ && event->type() == QEvent::Resize) show_words();
        return false;
    }

  private:
    void show_words() {
        constexpr int wide_enough_px = 1500;
        const auto style =
            window_.width() < wide_enough_px ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
        for (auto* button : bar_.findChildren<QToolButton*>())
            if (button->property("words").toBool()) button->setToolButtonStyle(style);
    }
    QMainWindow& window_;
    QToolBar& bar_;
};

}  // namespace

QToolBar* make_toolbar(QMainWindow& window, const WindowActions& a) {
    auto* bar = new QToolBar(say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Toolbar")), &window);
    bar->setObjectName("toolbar");
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setIconSize({toolbar_icon, toolbar_icon});
    bar->setFixedHeight(toolbar_height);
    bar->addActions({a.new_town, a.open, a.import});
    bar->addSeparator();
    bar->addActions({a.undo, a.redo});
    bar->addSeparator();
    bar->addActions({a.select_tool, a.pan_tool});
    bar->addSeparator();
    bar->addActions({a.zoom_in, a.zoom_out, a.full_extent, a.town_extent, a.previous_view, a.next_view});
    bar->addSeparator();
    bar->addWidget(menu_button(a.measure_distance, {a.measure_distance, a.measure_area},
                               say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Measure"))));
    bar->addWidget(menu_button(a.show_bookmarks, {a.add_bookmark, a.show_bookmarks},
                               say(QT_TRANSLATE_NOOP("liangdi::gui::WindowActions", "Bookmarks"))));
    for (auto* action : {a.new_town, a.open, a.import, a.undo}) {
        if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action)))
            button->setProperty("words", true);
    }
    new WordsWhereThereIsRoom(window, *bar);  // the bar's own
    auto* gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    return bar;
}

}  // namespace liangdi::gui
