#include "client/forms/Composition.h"

#include <QApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QWidget>

#include <utility>

namespace chengban {

Composition::Composition(QWidget &page)
    : QObject(&page)
    , m_page(page)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool Composition::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = event->type() == QEvent::InputMethod ? qobject_cast<QWidget *>(watched) : nullptr;
    if (field && m_page.isAncestorOf(field)) {
        m_field = watched;
        m_text = static_cast<QInputMethodEvent *>(event)->preeditString();
    }
    return QObject::eventFilter(watched, event);
}

void Composition::commit()
{
    if (m_text.isEmpty() || !m_field)
        return;
    // The input method's own way first. One that does not know it, or answers later, must not add the same
    // words again: it is reset.
    QInputMethod *method = QGuiApplication::inputMethod();
    method->commit();
    if (m_text.isEmpty() || !m_field)
        return;
    QInputMethodEvent whole;
    whole.setCommitString(std::exchange(m_text, {}));
    QCoreApplication::sendEvent(m_field, &whole);
    method->reset();
}

} // namespace chengban
