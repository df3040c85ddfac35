#include "client/forms/SubstitutesPage.h"

#include "client/forms/Typography.h"
#include "client/models/Places.h"
#include "client/models/Posts.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

namespace {

QDateEdit *dayField(const char *objectName, const QDate &day)
{
    auto *edit = new QDateEdit(day);
    edit->setObjectName(QLatin1StringView(objectName));
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setCalendarPopup(true);
    edit->setMaximumWidth(180);
    return edit;
}

QComboBox *choice(const char *objectName)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1StringView(objectName));
    box->setMaximumWidth(420);
    return box;
}

void emptied(QVBoxLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *row = item->widget())
            row->deleteLater();
        delete item;
    }
}

} // namespace

SubstitutesPage::SubstitutesPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_form(new QWidget)
    , m_holder(choice("holder"))
    , m_substitute(choice("substitute"))
    , m_from(dayField("fromDay", countyDate(desk.nowMs())))
    , m_to(dayField("toDay", countyDate(desk.nowMs())))
    , m_reason(new QLineEdit)
    , m_error(label({}, "error"))
    , m_appoint(button(tr("Arrange"), QStringLiteral("appoint"), "main"))
    , m_arranged(new QVBoxLayout)
{
    makeLayout();
    connect(m_holder, &QComboBox::currentIndexChanged, this, &SubstitutesPage::fillCandidates);
    connect(m_appoint, &QPushButton::clicked, this, &SubstitutesPage::appoint);
    connect(&desk, &Desk::substituteAnswered, this, &SubstitutesPage::takeAnswer);
    connect(&desk, &Desk::directoryChanged, this, &SubstitutesPage::refresh);
    refresh();
}

void SubstitutesPage::makeLayout()
{
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setMaximumWidth(420);
    m_error->setObjectName(QStringLiteral("substituteError"));
    m_error->hide();
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(6);
    addField(form, tr("For whom"), m_holder);
    addField(form, tr("Who stands in"), m_substitute);
    addField(form, tr("First day"), m_from);
    addField(form, tr("Last day"), m_to);
    addField(form, tr("Reason"), m_reason);
    form->addWidget(m_error);
    form->addSpacing(gap);
    form->addWidget(m_appoint, 0, Qt::AlignLeft);
    m_arranged->setSpacing(4);
    QFrame *paper = frame("paper");
    auto *inside = new QVBoxLayout(paper);
    inside->setContentsMargins(24, 20, 24, 20);
    inside->setSpacing(gap);
    inside->addWidget(label(placeText(Place::Substitutes), "title"));
    inside->addWidget(
        label(tr("On these days the substitute may take the steps of that post and sign with the own key. "
                 "Both names stand in the log and on the print, and both are told."),
            "quiet"));
    inside->addWidget(m_form);
    inside->addWidget(thinLine());
    inside->addLayout(m_arranged);
    inside->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(paper);
}

void SubstitutesPage::refresh()
{
    fillHolders();
    fillCandidates();
    m_form->setVisible(m_holder->count() > 0);
    listArranged();
}

void SubstitutesPage::fillHolders()
{
    const QString before = m_holder->currentData().toString();
    const QSignalBlocker quiet(m_holder);
    m_holder->clear();
    for (const wire::DirectoryPerson &one : arrangeable(m_desk.person(), m_desk.directory())) {
        //: %1 name of a person, %2 role
        m_holder->addItem(tr("%1 (%2)").arg(one.name, roleText(one.role)), one.id.value);
    }
    m_holder->setCurrentIndex(std::max(0, m_holder->findData(before)));
}

void SubstitutesPage::fillCandidates()
{
    const QString before = m_substitute->currentData().toString();
    m_substitute->clear();
    const wire::Directory directory = m_desk.directory();
    const UserId holder{m_holder->currentData().toString()};
    const auto known = std::ranges::find(directory.people, holder, &wire::DirectoryPerson::id);
    if (known == directory.people.end())
        return;
    for (const wire::DirectoryPerson &one : candidates(*known, directory))
        m_substitute->addItem(tr("%1 (%2)").arg(one.name, roleText(one.role)), one.id.value);
    m_substitute->setCurrentIndex(std::max(0, m_substitute->findData(before)));
}

void SubstitutesPage::listArranged()
{
    emptied(*m_arranged);
    const wire::Directory directory = m_desk.directory();
    const QList<wire::DirectoryPerson> holders = arrangeable(m_desk.person(), directory);
    for (const Substitution &one : directory.substitutions) {
        if (std::ranges::find(holders, one.holder, &wire::DirectoryPerson::id) == holders.end())
            continue;
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(label(substitutionText(one, directory, m_desk.nowMs()), "plain"), 1);
        if (isOpen(one, m_desk.nowMs())) {
            QPushButton *revoke
                = button(tr("Take back"), QStringLiteral("revoke_") + one.substitute.value, "link");
            connect(
                revoke, &QPushButton::clicked, this, [this, id = one.id] { m_desk.revokeSubstitute(id); });
            line->addWidget(revoke);
        }
        m_arranged->addWidget(row);
    }
}

void SubstitutesPage::appoint()
{
    m_appoint->setEnabled(false);
    m_desk.appointSubstitute({{m_holder->currentData().toString()}, {m_substitute->currentData().toString()},
        m_from->date(), m_to->date(), m_reason->text().trimmed()});
}

void SubstitutesPage::takeAnswer(std::optional<ErrorCode> refusal)
{
    m_appoint->setEnabled(true);
    say(m_error, refusal ? errorText(*refusal) : QString());
    if (!refusal)
        m_reason->clear();
}

} // namespace chengban
