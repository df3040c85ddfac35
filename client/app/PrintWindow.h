#pragma once

#include "client/app/PrintRun.h"
#include "client/printing/PageImages.h"
#include "client/printing/PdfPages.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QSpinBox;

namespace chengban {

/// Shows dossiers page by page before they are printed, and prints them: pages, copies, sides, tray. A window
/// of its own beside the desk's; nothing waits for it.
class PrintWindow : public QWidget
{
    Q_OBJECT

public:
    /// A program that paints no pages (canPaintPdf()) has the system's viewer show and print them.
    explicit PrintWindow(QWidget *parent = nullptr, bool paints = canPaintPdf());

    void setItems(const QList<PrintItem> &items);
    void say(const QString &text); ///< While the pages are being made, or when they could not be.
    void printAll(); ///< As the window stands: the one key.
    /// The desk is locked: out of sight at once, gone when what is being printed is done.
    void leave();
    [[nodiscard]] PrintRun &run() { return m_run; }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeLayout();
    [[nodiscard]] QWidget *makeSettings();
    void addPager(QBoxLayout *layout);
    void connectParts();
    void fillPrinters();
    void fillTrays();
    void leaveToViewer();
    void openAllOutside();
    void openFile(int index);
    void showPage();
    void showProgress(int file, int files, int page, int pages);
    void showEnd(PrintEnd end);
    [[nodiscard]] PrintWish wish() const;
    [[nodiscard]] int pageWidth() const;

    bool m_paints;
    QList<PrintItem> m_items;
    std::optional<PdfPages> m_pages;
    PrintRun m_run;
    QComboBox *m_file; ///< Which volume of which dossier is shown.
    QWidget *m_settings = nullptr;
    QScrollArea *m_area;
    QLabel *m_page;
    QSpinBox *m_number;
    QLabel *m_count;
    QComboBox *m_zoom;
    QComboBox *m_printer;
    QLineEdit *m_ranges;
    QSpinBox *m_copies;
    QComboBox *m_sides;
    QComboBox *m_tray;
    QPushButton *m_print;
    QLabel *m_state;
};

} // namespace chengban
