#pragma once

#include "client/forms/Icons.h"
#include "client/forms/PageView.h"
#include "client/forms/ScanPanel.h"
#include "client/scanning/PageTray.h"

#include <QDialog>
#include <QThreadPool>

class QCheckBox;
class QLabel;
class QListView;
class QToolButton;

namespace chengban {

/// Takes a finished page's file into the record; what it refuses stays on the desk.
using PageTaker = std::function<Result<void>(const QString &name, const QByteArray &bytes)>;

/// Scanned pages before they become files of the case: scanned, put in order, turned, straightened, cropped,
/// blackened, taken over. They lie in memory alone. Each page becomes one file, named by the day and a
/// number.
class ScanDesk : public QDialog
{
    Q_OBJECT

public:
    /// `day` and `firstNumber` go into the names.
    ScanDesk(
        Scanning &scanning, PageTaker taker, const QString &day, int firstNumber, QWidget *parent = nullptr);
    ~ScanDesk() override; ///< Pages that nobody decided on wait in `scanning`.

    [[nodiscard]] const PageTray &tray() const { return m_tray; }
    void takeOver();
    void reject() override; ///< Asks before pages are thrown away.

    /// "扫描件-20261127-03.jpg"
    [[nodiscard]] static QString nameOfPage(
        const QString &day, int number, const QString &ending, bool covered = true);
    /// The first number that is free among files of that day.
    [[nodiscard]] static int freeNumber(const QString &day, const QStringList &names);

private:
    void makeLayout();
    [[nodiscard]] QWidget *makeTools();
    [[nodiscard]] QWidget *makePages();
    QToolButton *addTool(QWidget &row, Glyph glyph, const QString &words, const QKeySequence &keys,
        const char *name, std::function<void()> action);
    void connectParts();

    void addPage(const QImage &image);
    void keep(const Result<ScanPage> &page);
    [[nodiscard]] int row() const;
    void choose(int row);
    void shift(int by); ///< The page, among the others.
    void step(const PageStep &step);
    void straighten();
    void chooseTool(PageView::Tool tool);
    void takeArea(PageView::Tool tool, const QRectF &area);
    void showPage();
    void refreshThumbnail(int row);
    void showState();
    void takeNext(int index);
    void give(int index, const QList<Result<QByteArray>> &files);

    Scanning &m_scanning;
    PageTaker m_taker;
    int m_person;
    QString m_day;
    int m_number;
    PageTray m_tray;
    QThreadPool m_pool; ///< One thread: pages keep their order.
    int m_encoding = 0; ///< Pages that are not on the tray yet.
    bool m_taking = false;
    bool m_decided = false;

    QListView *m_list;
    QLabel *m_count;
    PageView *m_view;
    QToolButton *m_crop = nullptr;
    QToolButton *m_blacken = nullptr;
    QToolButton *m_undo = nullptr;
    QToolButton *m_redo = nullptr;
    QList<QToolButton *> m_pageTools; ///< That need a page.
    QLabel *m_hint;
    ScanPanel *m_panel;
    QCheckBox *m_uncovered;
    QLabel *m_message;
    QPushButton *m_take;
    QPushButton *m_cancel;
};

} // namespace chengban
