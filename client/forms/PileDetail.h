#pragma once

#include "client/forms/PileItem.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace chengban {

class CasePicker;
class FilingForm;

/// One line of the pile: its pages on the left, on the right what it is, what it lacks, and how it is filed.
class PileDetail : public QWidget
{
    Q_OBJECT

public:
    explicit PileDetail(Desk &desk, QWidget *parent = nullptr);

    void show(const PileItem &item);
    void showState(const PileItem &item); ///< Leaves the fields alone.
    [[nodiscard]] PaperFacts facts() const;
    [[nodiscard]] bool withBehind() const;

Q_SIGNALS:
    void edited();
    void sameForAllWanted();
    void fileWanted();
    void asideWanted();
    void caseWanted(const chengban::CaseId &id); ///< To be opened.
    void caseChosen(const chengban::CaseId &id);

private:
    [[nodiscard]] QWidget *makeWords();
    [[nodiscard]] QLayout *makeButtons();
    void connectParts();
    void showPages(const PileItem &item);
    void showNotes(const PileItem &item);
    void showChanges(const PileItem &item);

    Desk &m_desk;
    PileItem m_item;
    QScrollArea *m_pages, *m_words;
    QLabel *m_title, *m_demand, *m_place, *m_sentence, *m_trouble;
    QVBoxLayout *m_notes, *m_changes;
    FilingForm *m_form;
    CasePicker *m_picker;
    QPushButton *m_file, *m_aside, *m_open;
};

} // namespace chengban
