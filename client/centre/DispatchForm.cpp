#include "client/centre/DispatchForm.h"

#include "client/forms/FlowLayout.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"
#include "client/models/Wording.h"

#include <QComboBox>
#include <QEvent>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

namespace {

constexpr int shownUnits = 8; ///< Lines of the directory; the search narrows it.
constexpr char leadKey[] = "leadUnit";
constexpr char coHandlersKey[] = "coHandlers";

bool handlesCases(Role role)
{
    return role == Role::Clerk || role == Role::SectionHead || role == Role::DeputyLeader
        || role == Role::PrincipalLeader;
}

/// Those a case can go to. A unit whose people all do something else (the centre, the administrators) is
/// none; one whose people are not known yet may be one.
QList<wire::DirectoryUnit> handlingUnits(const wire::Directory &directory)
{
    QSet<UnitId> staffed, handling;
    for (const wire::DirectoryPerson &one : directory.people) {
        staffed.insert(one.unit);
        if (handlesCases(one.role))
            handling.insert(one.unit);
    }
    QList<wire::DirectoryUnit> units;
    std::ranges::copy_if(directory.units, std::back_inserter(units), [&](const wire::DirectoryUnit &unit) {
        return handling.contains(unit.id) || !staffed.contains(unit.id);
    });
    std::ranges::sort(units, {}, &wire::DirectoryUnit::name);
    return units;
}

void fitHeight(QListWidget &list, int mostLines)
{
    const int lines = std::clamp(list.count(), 1, mostLines);
    const int line = list.count() > 0 ? list.sizeHintForRow(0) : list.fontMetrics().height();
    list.setFixedHeight(lines * line + 2 * list.frameWidth()); // Whole lines only.
}

} // namespace

DispatchForm::DispatchForm(CommandType step, QWidget *parent)
    : StepForm(parent)
    , m_step(step)
    , m_search(new QLineEdit)
    , m_lead(new QListWidget)
    , m_vacant(label({}, "quiet"))
    , m_class(new QComboBox)
    , m_coUnit(new QComboBox)
    , m_coTask(new QLineEdit)
    , m_coList(new QListWidget)
    , m_note(new GrowingEdit(QStringLiteral("note"), 2))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(step), "heading"));
    addLead(layout);
    m_class->setObjectName(QStringLiteral("caseClass"));
    m_class->setMaximumWidth(280);
    addField(layout, tr("Class; it decides the limits"), m_class);
    addField(layout, tr("Note to the unit"), m_note);
    layout->addSpacing(gap);
    layout->addWidget(thinLine());
    addCoHandlers(layout);
    layout->addStretch(1);
    connect(m_note, &GrowingEdit::edited, this, &StepForm::edited);
    connect(m_class, &QComboBox::activated, this, &StepForm::edited);
}

void DispatchForm::addLead(QVBoxLayout *layout)
{
    m_search->setObjectName(QStringLiteral("unitSearch"));
    m_search->setPlaceholderText(tr("Part of the unit's name"));
    m_search->setClearButtonEnabled(true);
    m_lead->setObjectName(QStringLiteral("leadUnit"));
    m_lead->setAccessibleName(tr("Lead unit"));
    addField(layout, tr("Lead unit"), m_search);
    layout->addWidget(m_lead);
    m_vacant->setObjectName(QStringLiteral("vacantPosts"));
    m_vacant->hide();
    layout->addWidget(m_vacant);
    connect(m_lead, &QListWidget::currentRowChanged, this, &DispatchForm::showVacantPosts);
    connect(m_search, &QLineEdit::textChanged, this, &DispatchForm::filter);
    connect(m_lead, &QListWidget::currentRowChanged, this, &StepForm::edited);
}

void DispatchForm::addCoHandlers(QVBoxLayout *layout)
{
    layout->addWidget(label(tr("Units that work with it"), "quiet"));
    m_coUnit->setObjectName(QStringLiteral("coUnit"));
    m_coUnit->setAccessibleName(tr("Unit"));
    m_coTask->setObjectName(QStringLiteral("coTask"));
    m_coTask->setPlaceholderText(tr("Its task"));
    m_coTask->setAccessibleName(tr("Its task"));
    m_coList->setObjectName(QStringLiteral("coHandlers"));
    m_coList->setAccessibleName(tr("Units that work with it"));
    m_coList->hide();
    QPushButton *add = button(tr("Add"), QStringLiteral("addCoHandler"));
    m_coUnit->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_coUnit->setMinimumContentsLength(12);
    auto *line = new FlowLayout;
    line->setSpacing(gap);
    line->addWidget(m_coUnit);
    line->addWidget(m_coTask);
    line->addWidget(add);
    layout->addLayout(line);
    layout->addWidget(m_coList);
    connect(add, &QPushButton::clicked, this, &DispatchForm::addCoHandler);
    connect(m_coTask, &QLineEdit::returnPressed, this, &DispatchForm::addCoHandler);
    connect(m_coList, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        m_coHandlers.removeAt(m_coList->row(item));
        showCoHandlers();
    });
}

void DispatchForm::setCase(const CaseView &view)
{
    if (!m_units.isEmpty())
        return; // The choice of a person is not taken back by news of the case.
    m_units = handlingUnits(view.directory);
    m_people = view.directory.people;
    if (view.rules.pack)
        m_roster = view.rules.pack->roster;
    m_coUnit->addItem(tr("Please choose"), QString());
    for (const wire::DirectoryUnit &unit : std::as_const(m_units))
        m_coUnit->addItem(unit.name, unit.id.value);
    filter({});
    for (const auto &row : namesOf(CaseClass())) {
        const bool known = !view.rules.pack || view.rules.pack->limit(LimitName::Handle, row.value);
        if (known)
            m_class->addItem(caseClassText(row.value), int(row.value));
    }
    m_class->setCurrentIndex(std::max(0, m_class->findData(int(CaseClass::General))));
    if (!view.theCase.returns.isEmpty()) { // Dispatched again after a return: begin with the suggested unit.
        const QString suggested = view.theCase.returns.last().request.body.suggestedUnitName;
        if (!suggested.isEmpty())
            m_search->setText(suggested);
    }
}

QJsonObject DispatchForm::body() const
{
    const auto unit = std::ranges::find(m_units, leadUnit(), &wire::DirectoryUnit::id);
    return toJson(DispatchBody{.leadUnit = leadUnit(),
        .leadUnitName = unit == m_units.end() ? QString() : unit->name,
        .coHandlers = m_coHandlers,
        .caseClass = CaseClass(m_class->currentData().toInt()),
        .note = m_note->text().trimmed()});
}

QJsonObject DispatchForm::draft() const
{
    QJsonObject fields = StepForm::draft();
    const QJsonObject all = body();
    for (const char *key : {leadKey, coHandlersKey})
        fields.insert(QLatin1StringView(key), all.value(QLatin1StringView(key)));
    return fields;
}

void DispatchForm::setDraft(const QJsonObject &fields)
{
    const QSignalBlocker quiet(this);
    QJsonObject whole = body();
    for (const char *key : {leadKey, coHandlersKey})
        whole.insert(QLatin1StringView(key), fields.value(QLatin1StringView(key)));
    if (const auto kept = dispatchFromJson(whole)) {
        m_coHandlers = kept->coHandlers;
        showCoHandlers();
    }
    StepForm::setDraft(fields);
    for (int row = 0; row < m_lead->count(); ++row) {
        if (m_lead->item(row)->data(Qt::UserRole) == fields.value(QLatin1StringView(leadKey)).toVariant())
            m_lead->setCurrentRow(row);
    }
}

void DispatchForm::filter(const QString &words)
{
    const UnitId chosen = leadUnit();
    m_lead->clear();
    for (const wire::DirectoryUnit &unit : std::as_const(m_units)) {
        if (!words.isEmpty() && !unit.name.contains(words.trimmed(), Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(unit.name, m_lead);
        item->setData(Qt::UserRole, unit.id.value);
        if (unit.id == chosen)
            m_lead->setCurrentItem(item);
    }
    if (m_lead->count() == 1)
        m_lead->setCurrentRow(0);
    fitLists();
}

void DispatchForm::fitLists()
{
    fitHeight(*m_lead, shownUnits);
    fitHeight(*m_coList, shownUnits);
}

void DispatchForm::changeEvent(QEvent *event)
{
    StepForm::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitLists();
}

void DispatchForm::addCoHandler()
{
    const UnitId unit{m_coUnit->currentData().toString()};
    if (unit.isEmpty() || unit == leadUnit())
        return;
    m_coHandlers.append({unit, m_coUnit->currentText(), m_coTask->text().trimmed()});
    m_coTask->clear();
    m_coUnit->setCurrentIndex(0);
    showCoHandlers();
}

void DispatchForm::showCoHandlers()
{
    m_coList->clear();
    for (const CoHandler &one : std::as_const(m_coHandlers))
        m_coList->addItem(
            one.task.isEmpty() ? one.unitName : one.unitName + QStringLiteral(" · ") + one.task);
    m_coList->setToolTip(tr("Press Enter on a line to remove it"));
    m_coList->setVisible(!m_coHandlers.isEmpty());
    fitLists();
    Q_EMIT edited();
}

/// T1, HA6, HB6, M24: whom the unit should have named. It can be dispatched to all the same.
void DispatchForm::showVacantPosts()
{
    QStringList roles;
    for (const wire::DirectoryPerson &person : std::as_const(m_people)) {
        if (person.unit == leadUnit())
            roles.append(QString(nameOf(person.role)));
    }
    QStringList posts;
    for (const RosterPost &post : vacantPosts(m_roster, roles))
        posts.append(post.label);
    const bool known = !leadUnit().isEmpty() && !roles.isEmpty(); // People come with the directory.
    //: %1 is a list of posts
    say(m_vacant,
        known && !posts.isEmpty()
            ? tr("This unit has nobody on its roster as: %1").arg(posts.join(QStringLiteral("、")))
            : QString());
}

UnitId DispatchForm::leadUnit() const
{
    const QListWidgetItem *item = m_lead->currentItem();
    return UnitId{item ? item->data(Qt::UserRole).toString() : QString()};
}

} // namespace chengban
