#pragma once

#include <QSplitter>

namespace chengban {

/// The columns of a case page: the demand, the form, what lacks and the timeline. When the text is large for
/// the window the demand moves above the last one, and the form keeps its width.
class CaseColumns : public QSplitter
{
    Q_OBJECT

public:
    CaseColumns(QWidget *demand, QWidget *form, QWidget *side, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    QWidget *m_demand;
    QSplitter *m_beside;
};

} // namespace chengban
