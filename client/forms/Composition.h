#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace chengban {

/// What the input method is composing in the fields of one page. It belongs to no field's text yet and would
/// go with the field, so it is committed before the page leaves it or saves.
class Composition : public QObject
{
    Q_OBJECT

public:
    explicit Composition(QWidget &page);

    void commit(); ///< As it stands; without one nothing.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_page;
    QPointer<QObject> m_field;
    QString m_text;
};

} // namespace chengban
