#pragma once

#include "client/models/ProblemModel.h"
#include "client/models/TimelineModel.h"

#include <QWidget>

class QFrame;
class QLabel;
class QListView;

namespace chengban {

/// What still lacks, each line a link to its field, and below it what has happened so far.
class SidePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SidePanel(QWidget *parent = nullptr);

    void setLog(const QList<Event> &log, qint64 nowMs) { m_timeline.setLog(log, nowMs); }
    /// `asked`: whether the step has requirements at all; without, the list is left out.
    void setProblems(const Problems &problems, bool asked);
    [[nodiscard]] const ProblemModel &problems() const { return m_problems; }
    /// F2: the field of the next line after the one visited last.
    void next();

Q_SIGNALS:
    void fieldWanted(const QString &field);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QListView *makeList(const char *objectName, QAbstractItemModel &model);
    void visit(const QModelIndex &index);
    void fitProblems();

    ProblemModel m_problems;
    TimelineModel m_timeline;
    QLabel *m_heading;
    QFrame *m_line;
    QListView *m_problemView;
    QListView *m_timelineView;
};

} // namespace chengban
