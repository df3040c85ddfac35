#pragma once

#include "client/models/ProblemModel.h"
#include "client/models/TimelineModel.h"

#include <QWidget>

class QFrame;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace chengban {

class DossierList;
class EntryDelegate;
class WholeList;
struct Case;

/// What still lacks and what is worth a look, each line a link to its place; the dates of the case, each with
/// its reason on a click; and what has happened so far.
class SidePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SidePanel(QWidget *parent = nullptr);

    void setDeadlines(const QHash<LimitName, Deadline> &deadlines);
    /// Which advice has been read, as readNames() gave it.
    void setRead(const QStringList &names);
    [[nodiscard]] QStringList readNames() const { return m_problems.readNames(); }
    void setCase(const Case &theCase); ///< For the papers of its dossier.
    void setLog(const QList<Event> &log, qint64 nowMs) { m_timeline.setLog(log, nowMs); }
    /// `asked`: whether the step has requirements at all; without, the list is left out.
    void setProblems(const Problems &problems, bool asked);
    void setDocuments(const QList<Document> &documents) { m_problems.setDocuments(documents); }
    [[nodiscard]] const ProblemModel &problems() const { return m_problems; }
    /// F2: the field of the next line after the one visited last.
    void next();

Q_SIGNALS:
    void problemWanted(const chengban::Problem &problem);
    void readChanged(); ///< A piece of advice was marked as read, or not any more.
    void explanationWanted(chengban::LimitName limit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeLayout();
    void visit(const QModelIndex &index);
    void showHeading();
    void fitDates();
    void shareRoom();

    ProblemModel m_problems;
    TimelineModel m_timeline;
    bool m_asked = false;
    EntryDelegate *m_problemDelegate;
    QLabel *m_heading;
    QFrame *m_line;
    QVBoxLayout *m_dates;
    QWidget *m_dateBox;
    DossierList *m_dossier;
    WholeList *m_problemView;
    WholeList *m_timelineView;
    QScrollArea *m_below; ///< All that is not what lacks; scrolls as one.
};

} // namespace chengban
