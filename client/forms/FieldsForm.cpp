#include "client/forms/FieldsForm.h"

#include "client/forms/AttachmentForm.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/MomentEdit.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"
#include "client/models/Wording.h"
#include "shared/canonical/JsonReader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace chengban {

namespace {

constexpr int mostDays = 365;
constexpr char listProperty[] = "ofPack"; ///< A combo box that the pack fills.

QStringList namesIn(const QString &line)
{
    static const QRegularExpression between(QStringLiteral("[、,，;；\\s]+"));
    return line.split(between, Qt::SkipEmptyParts);
}

/// As wide as its words need: a date or a choice that spans the page is hard to read.
bool isShort(FieldKind kind)
{
    return kind == FieldKind::Number || kind == FieldKind::Code || kind == FieldKind::Class
        || kind == FieldKind::HandDownTo || kind == FieldKind::Moment || kind == FieldKind::OptionalMoment;
}

} // namespace

FieldsForm::FieldsForm(const StepFields &fields, Desk &desk, QWidget *parent)
    : StepForm(parent)
    , m_fields(fields)
    , m_desk(desk)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(fields.step), "heading"));
    layout->addWidget(label(tr(fields.hint), "quiet"));
    for (const StepField &field : fields.fields)
        addField(field, layout);
    layout->addStretch(1);
}

void FieldsForm::addField(const StepField &field, QVBoxLayout *layout)
{
    QWidget *widget = made(field);
    widget->setObjectName(QLatin1StringView(field.name));
    m_widgets.insert(QLatin1StringView(field.name), widget);
    if (field.kind == FieldKind::Tick) {
        layout->addWidget(widget);
        return;
    }
    if (isShort(field.kind))
        widget->setMaximumWidth(320);
    auto *box = new QWidget; // Caption and field come and go together.
    auto *inside = new QVBoxLayout(box);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(4);
    chengban::addField(inside, tr(field.caption), widget);
    layout->addWidget(box);
}

QWidget *FieldsForm::made(const StepField &field)
{
    switch (field.kind) {
    case FieldKind::Text: {
        auto *edit = new GrowingEdit(QLatin1StringView(field.name), 3);
        connect(edit, &GrowingEdit::edited, this, &StepForm::edited);
        return edit;
    }
    case FieldKind::Line:
    case FieldKind::Names:
    case FieldKind::Receiver:
    case FieldKind::Case:
    case FieldKind::Duplicate: {
        auto *edit = new QLineEdit;
        connect(edit, &QLineEdit::textEdited, this, &StepForm::edited);
        return edit;
    }
    case FieldKind::Moment:
    case FieldKind::OptionalMoment: {
        const bool optional = field.kind == FieldKind::OptionalMoment;
        auto *edit = new MomentEdit(optional ? MomentEdit::Kind::Optional : MomentEdit::Kind::Required,
            QLatin1StringView(field.name), [this] { return m_desk.nowMs(); });
        connect(edit, &MomentEdit::edited, this, &StepForm::edited);
        return edit;
    }
    case FieldKind::Number: {
        auto *spin = new QSpinBox;
        spin->setMaximum(mostDays);
        connect(spin, &QSpinBox::valueChanged, this, &StepForm::edited);
        return spin;
    }
    case FieldKind::Tick: {
        auto *tick = new QCheckBox(tr(field.caption));
        connect(tick, &QCheckBox::clicked, this, &StepForm::edited);
        return tick;
    }
    case FieldKind::Papers: {
        auto *files = new AttachmentForm(m_desk);
        connect(files, &AttachmentForm::edited, this, &StepForm::edited);
        return files;
    }
    case FieldKind::Code:
    case FieldKind::Class:
    case FieldKind::HandDownTo:
        break;
    }
    auto *box = new QComboBox;
    connect(box, &QComboBox::activated, this, &StepForm::edited);
    if (field.kind == FieldKind::HandDownTo)
        connect(box, &QComboBox::currentIndexChanged, this, &FieldsForm::offerReceivers);
    return box;
}

QList<HandDownTarget> FieldsForm::receivers() const
{
    const auto *to = qobject_cast<const QComboBox *>(m_widgets.value(QStringLiteral("to")));
    const auto kind = to ? valueNamed<HandDownTo>(to->currentData().toString()) : std::nullopt;
    return kind ? handDownTargets(m_desk.directory(), m_desk.actor(), *kind) : QList<HandDownTarget>();
}

void FieldsForm::offerReceivers()
{
    auto *name = qobject_cast<QLineEdit *>(m_widgets.value(QStringLiteral("name")));
    if (!name)
        return;
    QStringList names;
    for (const HandDownTarget &one : receivers())
        names.append(one.name);
    auto *completer = new QCompleter(names, name);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    delete name->completer();
    name->setCompleter(completer);
    name->setPlaceholderText(names.isEmpty() ? QString() : names.mid(0, 3).join(QStringLiteral("、")));
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &StepForm::edited);
}

void FieldsForm::setCase(const CaseView &view)
{
    for (const StepField &field : m_fields.fields) {
        QWidget *widget = m_widgets.value(QLatin1StringView(field.name));
        if (auto *moment = qobject_cast<MomentEdit *>(widget))
            moment->propose(view.nowMs);
        auto *box = qobject_cast<QComboBox *>(widget);
        if (!box || box->count() > 0)
            continue;
        if (field.kind == FieldKind::HandDownTo) {
            for (const auto &row : namesOf(HandDownTo()))
                box->addItem(handDownText(row.value), QLatin1StringView(row.name));
        } else if (field.kind == FieldKind::Class) {
            for (const auto &row : namesOf(CaseClass()))
                box->addItem(caseClassText(row.value), QLatin1StringView(row.name));
            box->setCurrentIndex(box->findData(QString(nameOf(view.theCase.caseClass))));
        } else if (field.codes && view.rules.pack) {
            const QList<CodedReason> &codes = view.rules.pack->*field.codes;
            box->addItem(tr("Please choose"), QString());
            for (const CodedReason &one : codes)
                box->addItem(one.label, one.code);
            box->parentWidget()->setVisible(!codes.isEmpty());
        }
    }
}

QJsonValue FieldsForm::valueOf(const StepField &field) const
{
    QWidget *widget = m_widgets.value(QLatin1StringView(field.name));
    if (const auto *text = qobject_cast<const GrowingEdit *>(widget))
        return text->text().trimmed();
    if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
        if (field.kind == FieldKind::Names)
            return QJsonArray::fromStringList(namesIn(line->text()));
        return field.kind == FieldKind::Case || field.kind == FieldKind::Duplicate
            ? caseNamed(line->text().trimmed()).value
            : line->text().trimmed();
    }
    if (const auto *moment = qobject_cast<const MomentEdit *>(widget))
        return moment->moment() ? QJsonValue(*moment->moment()) : QJsonValue(QJsonValue::Undefined);
    if (const auto *spin = qobject_cast<const QSpinBox *>(widget))
        return spin->value();
    if (const auto *tick = qobject_cast<const QCheckBox *>(widget))
        return tick->isChecked();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentData().toString();
    QJsonArray papers;
    for (const Attachment &one : qobject_cast<const AttachmentForm *>(widget)->attachments())
        papers.append(toJson(one));
    return papers.isEmpty() ? QJsonValue(QJsonValue::Undefined) : papers;
}

QJsonObject FieldsForm::body() const
{
    QJsonObject body;
    for (const StepField &field : m_fields.fields) {
        const QJsonValue value = valueOf(field);
        if (!value.isUndefined())
            body.insert(QLatin1StringView(field.name), value);
        // The server fills it in again from the log; here it lets the rules be asked beforehand.
        if (field.kind == FieldKind::Duplicate) {
            if (const auto other = m_desk.caseOf(CaseId{value.toString()}))
                body.insert(QStringLiteral("demand"), toJson(other->demand));
        }
        if (field.kind == FieldKind::Receiver) {
            const QList<HandDownTarget> all = receivers();
            const auto found = std::ranges::find(all, value.toString(), &HandDownTarget::name);
            if (found != all.end())
                body.insert(QStringLiteral("target"), found->id);
        }
    }
    return body;
}

CaseId FieldsForm::caseNamed(const QString &number) const
{
    const QList<CaseSummary> cases = m_desk.cases();
    const auto found = std::ranges::find(cases, number, &CaseSummary::number);
    return number.isEmpty() || found == cases.end() ? CaseId() : found->id;
}

} // namespace chengban
