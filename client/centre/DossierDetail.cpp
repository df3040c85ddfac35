#include "client/centre/DossierDetail.h"

#include "client/forms/Typography.h"
#include "client/models/DossierWords.h"
#include "client/models/WhenDone.h"
#include "shared/base/CountyTime.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengban {

DossierDetail::DossierDetail(const ArchiveTools &tools, const Actor &actor, QWidget *parent)
    : QFrame(parent)
    , m_tools(tools)
    , m_actor(actor)
    , m_title(label({}, "heading"))
    , m_facts(label({}, "plain"))
    , m_disposals(label({}, "plain"))
    , m_openings(label({}, "small"))
    , m_form(new QWidget)
    , m_reason(new QLineEdit)
    , m_receiverRow(new QWidget)
    , m_receiver(new QLineEdit)
    , m_propose(button({}, QStringLiteral("propose")))
    , m_approve(button(tr("Approve"), QStringLiteral("approve")))
    , m_refuse(button(tr("Refuse"), QStringLiteral("refuse")))
    , m_error(label({}, "error"))
{
    setProperty("role", QLatin1StringView("panel"));
    m_facts->setObjectName(QStringLiteral("dossierFacts"));
    m_disposals->setObjectName(QStringLiteral("disposals"));
    m_openings->setObjectName(QStringLiteral("openings"));
    m_reason->setObjectName(QStringLiteral("disposalReason"));
    m_receiver->setObjectName(QStringLiteral("receiver"));
    m_error->setObjectName(QStringLiteral("disposalError"));
    makeLayout();
    connect(m_propose, &QPushButton::clicked, this, &DossierDetail::propose);
    connect(m_approve, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { decide(false); });
    clear();
}

void DossierDetail::makeLayout()
{
    auto *receiver = new QVBoxLayout(m_receiverRow);
    receiver->setContentsMargins(0, 0, 0, 0);
    addField(receiver, tr("Handed over to"), m_receiver);
    auto *ways = new QHBoxLayout;
    ways->addWidget(m_propose);
    ways->addWidget(m_approve);
    ways->addWidget(m_refuse);
    ways->addStretch(1);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    addField(form, tr("Reason"), m_reason);
    form->addWidget(m_receiverRow);
    form->addLayout(ways);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(gap);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_disposals);
    layout->addWidget(m_form);
    layout->addWidget(m_error);
    layout->addWidget(thinLine());
    layout->addWidget(label(tr("Opened by"), "quiet"));
    layout->addWidget(m_openings);
    layout->addStretch(1);
}

void DossierDetail::clear()
{
    m_line = {};
    hide();
}

void DossierDetail::setLine(const DossierLine &line, int year)
{
    m_line = line;
    m_year = year;
    m_reason->clear();
    m_receiver->clear();
    m_openings->clear();
    say(m_error, {});
    showLine();
    showWays();
    show();
    RegisterCall call{.kind = RegisterCall::Kind::Line};
    call.id = line.id;
    ask(call);
}

void DossierDetail::ask(const RegisterCall &call)
{
    whenDone(this, m_tools.ask(call), [this, id = call.id](const Result<RegisterAnswer> &answer) {
        if (id != m_line.id)
            return; // Another line was chosen meanwhile.
        say(m_error, answer ? QString() : errorText(answer.error().code));
        if (answer)
            take(answer->filed);
        showWays();
    });
}

void DossierDetail::take(const wire::FiledDossier &filed)
{
    m_line = filed.line;
    QStringList disposals;
    for (const Disposal &one : filed.disposals)
        disposals.append(disposalText(one));
    say(m_disposals, disposals.join(QLatin1Char('\n')));
    QStringList openings;
    for (const Opening &one : filed.openings)
        openings.prepend(openingText(one));
    m_openings->setText(openings.isEmpty() ? tr("Nobody yet") : openings.join(QLatin1Char('\n')));
    showLine();
    Q_EMIT changed(m_line);
}

void DossierDetail::showLine()
{
    const PackageFacts &facts = m_line.facts;
    m_title->setText(facts.archiveNumber);
    const QStringList lines{facts.title,
        //: %1 number of the case
        tr("Case %1").arg(facts.caseNumber),
        //: %1 number of volumes, %2 of pages, %3 size of the package
        tr("%1 volume(s), %2 pages, %3")
            .arg(facts.volumes)
            .arg(facts.pages)
            .arg(QLocale().formattedDataSize(m_line.bytes)),
        //: %1 how long it is kept, %2 the state of the dossier
        tr("Kept %1; %2").arg(retentionText(facts.retention), stateText(m_line, m_year)),
        //: %1 time, %2 person, %3 unit
        tr("Filed %1 by %2, %3").arg(shownTime(m_line.filedAtMs), m_line.filedByName, m_line.filedByUnitName),
        //: %1 digest of the package
        tr("SM3 %1").arg(m_line.sm3)};
    m_facts->setText(lines.join(QLatin1Char('\n')));
    m_disposals->setVisible(m_line.disposal.has_value());
}

void DossierDetail::showWays()
{
    const auto due = dueNow(m_line, m_year);
    const bool open = m_line.disposal && m_line.disposal->state == DisposalState::Proposed;
    const bool keeps = keepsRegister(m_actor);
    const bool other = !open || mayDecide(m_line, m_actor, QStringLiteral("-")).has_value();
    m_form->setVisible(keeps && (open || due));
    m_receiverRow->setVisible(!open && due == DisposalKind::Transfer);
    m_propose->setVisible(!open);
    m_propose->setText(
        due == DisposalKind::Transfer ? tr("Propose the transfer") : tr("Propose the destruction"));
    m_approve->setVisible(open);
    m_refuse->setVisible(open);
    for (QPushButton *one : {m_propose, m_approve, m_refuse})
        one->setEnabled(other);
    m_reason->setEnabled(other);
    if (open && keeps && !other)
        say(m_error, errorText(ErrorCode::SamePerson));
}

void DossierDetail::propose()
{
    RegisterCall call{.kind = RegisterCall::Kind::Propose};
    call.id = m_line.id;
    call.proposal = {dueNow(m_line, m_year).value_or(DisposalKind::Destroy), m_reason->text().trimmed(),
        m_receiver->text().trimmed()};
    m_propose->setEnabled(false);
    ask(call);
}

void DossierDetail::decide(bool approved)
{
    RegisterCall call{.kind = RegisterCall::Kind::Decide};
    call.id = m_line.id;
    call.verdict = {approved, m_reason->text().trimmed()};
    m_approve->setEnabled(false);
    m_refuse->setEnabled(false);
    ask(call);
}

} // namespace chengban
