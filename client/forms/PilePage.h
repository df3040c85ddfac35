#pragma once

#include "client/forms/PileModel.h"

#include <QFutureWatcher>
#include <QWidget>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace chengban {

class PileDetail;
class PileFiler;

/// Signed sheets that come back from paper: files or a folder of scans are dropped or chosen, each sheet is
/// told by its code, and what is clear is filed with one button; the rest is shown for filing by hand. The
/// pile is read in another thread; nothing is filed that the person has not confirmed.
class PilePage : public QWidget
{
    Q_OBJECT

public:
    PilePage(Desk &desk, BookOpener pdf, QWidget *parent = nullptr);
    ~PilePage() override;

    void open(const QStringList &paths); ///< Files and folders.
    void pressMain(); ///< Ctrl+Enter
    [[nodiscard]] const PileModel &model() const { return *m_model; }

Q_SIGNALS:
    void caseWanted(const chengban::CaseId &id);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class Stage { Empty, Reading, Pile };

    void makeLayout();
    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QWidget *makePile();
    void connectParts();
    void connectDetail();
    void chooseFiles();
    void chooseFolder();
    void cancel();
    void takeStep(int index);
    void takeEnd();
    void select(int row);
    void takeFacts();
    void giveToAll();
    void fileRow(int row);
    void fileReady();
    void takeFiled(int row, const QString &trouble);
    void setAside();
    void takeCase(const CaseId &id);
    void refreshAll();
    void showStage(Stage stage);
    void showSummary();
    [[nodiscard]] int row() const;

    Desk &m_desk;
    BookOpener m_pdf;
    Stage m_stage = Stage::Empty;
    QFutureWatcher<PileStep> m_reading;
    QList<ScannedPage> m_seen;
    QList<PileFault> m_faults;
    PileModel *m_model;
    PileFiler *m_filer;
    QStackedWidget *m_pages;
    QLabel *m_facts, *m_message;
    QPushButton *m_fileAll, *m_cancel, *m_another, *m_choose, *m_folder;
    QProgressBar *m_progress;
    QListView *m_list;
    PileDetail *m_detail;
};

} // namespace chengban
