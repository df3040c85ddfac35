#include "client/forms/StepForm.h"

#include <algorithm>

namespace chengban {

QString fieldRoot(const QString &field)
{
    const auto end = std::ranges::find_if_not(field, [](QChar letter) { return letter.isLetter(); });
    return field.left(end - field.begin());
}

Problems StepForm::problems(const Desk &desk, const CaseId &id) const
{
    return desk.problemsOf(id, step(), body());
}

tl::expected<QJsonObject, Problems> StepForm::finalBody(Desk &, const CaseId &)
{
    return body();
}

bool StepForm::focusField(const QString &field)
{
    auto *widget = findChild<QWidget *>(fieldRoot(field));
    if (!widget)
        return false;
    if (widget->focusPolicy() == Qt::NoFocus && !widget->focusProxy()) {
        const QList<QWidget *> inside = widget->findChildren<QWidget *>();
        const auto first = std::ranges::find_if(inside, [](QWidget *one) {
            return one->isVisibleTo(one->parentWidget()) && one->focusPolicy() & Qt::TabFocus;
        });
        if (first == inside.end())
            return false;
        widget = *first;
    }
    widget->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace chengban
