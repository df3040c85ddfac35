#include "client/forms/StepForm.h"

#include "client/forms/AttachmentForm.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/MomentEdit.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace chengban {

namespace {

QJsonArray filesOf(const AttachmentForm &files)
{
    QJsonArray values;
    for (const Attachment &one : files.attachments())
        values.append(toJson(one));
    return values;
}

void setFiles(AttachmentForm &files, const QJsonArray &values)
{
    QList<Attachment> attachments;
    for (const QJsonValue &one : values) {
        if (const auto attachment = attachmentFromJson(one.toObject()))
            attachments.append(*attachment);
    }
    files.setAttachments(attachments);
}

QJsonValue momentOf(const MomentEdit &edit)
{
    if (!edit.isTouched())
        return QJsonValue::Undefined; // Proposed; the next time another one is.
    return edit.moment() ? QJsonValue(*edit.moment()) : QJsonValue(QJsonValue::Null);
}

QJsonValue valueOf(const QWidget &field)
{
    if (const auto *moment = qobject_cast<const MomentEdit *>(&field))
        return momentOf(*moment);
    if (const auto *files = qobject_cast<const AttachmentForm *>(&field))
        return filesOf(*files);
    if (const auto *text = qobject_cast<const GrowingEdit *>(&field))
        return text->isReadOnly() ? QJsonValue(QJsonValue::Undefined) : text->text();
    if (const auto *line = qobject_cast<const QLineEdit *>(&field))
        return line->echoMode() == QLineEdit::Normal ? line->text() : QJsonValue(QJsonValue::Undefined);
    if (const auto *box = qobject_cast<const QComboBox *>(&field))
        return QJsonValue::fromVariant(box->currentData());
    if (const auto *days = qobject_cast<const QSpinBox *>(&field))
        return days->value();
    const auto *tick = qobject_cast<const QAbstractButton *>(&field);
    return tick && tick->isCheckable() ? tick->isChecked() : QJsonValue(QJsonValue::Undefined);
}

void setValue(QWidget &field, const QJsonValue &value)
{
    if (auto *moment = qobject_cast<MomentEdit *>(&field)) {
        moment->setMoment(value.isDouble() ? std::optional(value.toInteger()) : std::nullopt);
    } else if (auto *files = qobject_cast<AttachmentForm *>(&field)) {
        setFiles(*files, value.toArray());
    } else if (auto *text = qobject_cast<GrowingEdit *>(&field)) {
        text->setText(value.toString());
    } else if (auto *line = qobject_cast<QLineEdit *>(&field)) {
        line->setText(value.toString());
        line->setModified(true); // A person's words; no proposal replaces them.
    } else if (auto *box = qobject_cast<QComboBox *>(&field)) {
        if (const int row = box->findData(value.toVariant()); row >= 0)
            box->setCurrentIndex(row);
    } else if (auto *days = qobject_cast<QSpinBox *>(&field)) {
        days->setValue(value.toInt());
    } else if (auto *tick = qobject_cast<QAbstractButton *>(&field)) {
        tick->setChecked(value.toBool());
    }
}

/// The parts that Qt builds its fields of have names of their own.
bool isNamed(const QWidget &field)
{
    return !field.objectName().isEmpty() && !field.objectName().startsWith(QLatin1StringView("qt_"));
}

} // namespace

QJsonObject fieldsIn(const QWidget &widget)
{
    QJsonObject fields;
    const QList<QWidget *> inside = widget.findChildren<QWidget *>();
    for (const QWidget *field : inside) {
        const QJsonValue value = isNamed(*field) ? valueOf(*field) : QJsonValue(QJsonValue::Undefined);
        if (!value.isUndefined())
            fields.insert(field->objectName(), value);
    }
    return fields;
}

void setFieldsIn(QWidget &widget, const QJsonObject &fields)
{
    const QList<QWidget *> inside = widget.findChildren<QWidget *>();
    for (QWidget *field : inside) {
        if (isNamed(*field) && fields.contains(field->objectName()))
            setValue(*field, fields.value(field->objectName()));
    }
}

void selectText(QWidget &field, qsizetype start, qsizetype length)
{
    if (auto *line = qobject_cast<QLineEdit *>(&field)) {
        line->setSelection(int(start), int(length));
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(&field)) {
        const qsizetype size = text->toPlainText().size();
        QTextCursor cursor = text->textCursor();
        cursor.setPosition(int(std::min(start, size)));
        cursor.setPosition(int(std::min(start + length, size)), QTextCursor::KeepAnchor);
        text->setTextCursor(cursor);
    }
}

QString fieldRoot(const QString &field)
{
    const auto end = std::ranges::find_if_not(field, [](QChar letter) { return letter.isLetter(); });
    return field.left(end - field.begin());
}

Problems StepForm::problems(const Desk &desk, const CaseId &id) const
{
    return desk.problemsOf(id, step(), body());
}

QFuture<FinalBody> StepForm::finalBody(Desk &, const CaseId &)
{
    return QtFuture::makeReadyFuture(FinalBody(body()));
}

QJsonObject StepForm::draft() const
{
    return fieldsIn(*this);
}

void StepForm::setDraft(const QJsonObject &fields)
{
    const QSignalBlocker quiet(this);
    setFieldsIn(*this, fields);
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
