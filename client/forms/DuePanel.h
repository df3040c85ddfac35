#pragma once

#include "client/forms/StepForm.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace chengban {

class DueCalendar;

/// Prints a text of one's own: (title, HTML).
using TextPrinter = std::function<void(const QString &title, const QString &html)>;

/// Why something is due when it is: the counted days as a calendar and in words, the article and its note,
/// whether it is provisional; to be copied or printed for a dispute. Lies over the page it belongs to.
class DuePanel : public QFrame
{
    Q_OBJECT

public:
    /// `above`: what of the page it leaves free.
    DuePanel(QWidget *page, const QWidget &above);

    void setPrinter(TextPrinter printer);
    /// Opens with that limit; with the case's running one when empty. Does nothing when no date is known.
    void explain(const CaseView &view, std::optional<LimitName> limit);
    /// What is shown follows the case.
    void setCase(const CaseView &view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLayout();
    void makeChoices();
    void show(LimitName limit);
    void place();
    void copy();
    void print();

    const QWidget &m_above;
    TextPrinter m_printer;
    QString m_case; ///< Number and title, for the print.
    QHash<LimitName, Deadline> m_deadlines;
    QList<Document> m_documents; ///< That the rules of the case stand in.
    LimitName m_limit = LimitName::Handle;
    QLabel *m_heading;
    QHBoxLayout *m_choices;
    DueCalendar *m_calendar;
    QLabel *m_words;
    QLabel *m_provisional;
    QLabel *m_state;
    QScrollArea *m_scroll;
    QPushButton *m_copy, *m_print, *m_close;
};

} // namespace chengban
