#pragma once

#include "client/models/Desk.h"
#include "client/models/ImportPreview.h"

#include <QFutureWatcher>
#include <QWidget>

class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace chengban {

class ImportTable;
class MappingForm;

/// Cases out of a file of another system: choose or drop it, see line by line what would come in, correct how
/// it is read, send it, and keep what did not come in. The file is read in another thread; nothing leaves
/// this PC before the main button.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPage(Desk &desk, QWidget *parent = nullptr);
    ~ImportPage() override;

    void openFile(const QString &path);
    void pressMain(); ///< Ctrl+Enter

Q_SIGNALS:
    void dispatchWanted(); ///< The person wants to see the cases that came in.

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class Stage { Empty, Reading, Preview, Importing, Done };

    void makeLayout();
    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QWidget *makePreview();
    void connectParts();
    void chooseFile();
    void read(); ///< With what has been chosen so far.
    void takeReading();
    void start();
    void cancel();
    void takeProgress(const QList<wire::ImportOutcome> &outcomes);
    void takeEnd(std::optional<ErrorCode> failure);
    void keepProfile();
    void saveRejects();
    void writeRejects(const QString &path);
    void showStage(Stage stage);
    void showButtons();
    [[nodiscard]] QString previewText() const;
    [[nodiscard]] QString resultText() const;
    [[nodiscard]] bool isOnline() const;

    Desk &m_desk;
    Stage m_stage = Stage::Empty;
    ImportChoice m_choice;
    ImportPreview m_preview;
    QFutureWatcher<Result<ImportPreview>> m_reading;
    bool m_cancelled = false;

    QStackedWidget *m_pages;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_message;
    QPushButton *m_start, *m_cancel, *m_choose, *m_another, *m_rejects, *m_dispatch;
    QProgressBar *m_progress;
    MappingForm *m_mapping;
    ImportTable *m_table;
};

} // namespace chengban
