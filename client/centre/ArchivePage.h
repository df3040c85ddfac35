#pragma once

#include "client/centre/ArchiveTools.h"
#include "client/models/Desk.h"
#include "client/models/DossierTableModel.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace chengban {

class ScratchFolder;

class DossierDetail;
class FilingQueue;

/// The archive room: the centre's register of dossiers by year, unit, retention and words; what is due;
/// filing, opening and printing again. Asks the server, so only online.
class ArchivePage : public QWidget
{
    Q_OBJECT

public:
    ArchivePage(Desk &desk, ArchiveTools tools, QWidget *parent = nullptr);
    ~ArchivePage() override;
    void refresh(); ///< Asks for the lines anew.
    void focusSearch(); ///< Ctrl+F

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeLayout();
    void addFilters(QBoxLayout *layout);
    void addButtons(QBoxLayout *layout);
    void connectParts();
    void askLines(const QString &after);
    void takeLines(const Result<RegisterAnswer> &answer, bool more);
    void chooseLine();
    [[nodiscard]] QList<DossierLine> chosen() const;
    void printChosen();
    void fetchNext(); ///< Of the packages to be printed.
    void file();
    void endFiling(int filed, std::optional<ErrorCode> failure);
    void showState(const QString &text);

    Desk &m_desk;
    ArchiveTools m_tools;
    DossierTableModel *m_model;
    FilingQueue *m_filing;
    std::unique_ptr<ScratchFolder> m_fetched; ///< Packages that are shown for printing.
    QList<DossierLine> m_toFetch;
    QStringList m_packages;
    quint64 m_round = 0; ///< Counts questions: an answer to an older one is dropped.
    QStringList m_refusals;

    QLineEdit *m_text;
    QComboBox *m_year;
    QComboBox *m_unit;
    QComboBox *m_retention;
    QComboBox *m_due;
    QTableView *m_table;
    DossierDetail *m_detail;
    QPushButton *m_more;
    QPushButton *m_print;
    QPushButton *m_file;
    QPushButton *m_verify;
    QLabel *m_state;
};

} // namespace chengban
