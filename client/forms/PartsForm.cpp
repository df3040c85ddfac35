#include "client/forms/PartsForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace chengban {

PartsForm::PartsForm(QWidget *parent)
    : QWidget(parent)
    , m_channelBox(new QWidget)
    , m_channel(new QComboBox)
    , m_channelTold(new QCheckBox(replyPartText(QStringLiteral("channelTold"))))
    , m_hint(label(tr("Choose the verdict first; the parts that it needs then stand here."), "quiet"))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_hint);
    addChannel();
    addParts();
    showParts();
}

void PartsForm::addChannel()
{
    m_channel->setObjectName(QStringLiteral("channel"));
    m_channelTold->setObjectName(QStringLiteral("channelTold"));
    auto *column = new QVBoxLayout(m_channelBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    addField(column, replyPartText(QStringLiteral("channel")), m_channel);
    column->addWidget(m_channelTold);
    layout()->addWidget(m_channelBox);
    connect(m_channel, &QComboBox::activated, this, &PartsForm::edited);
    connect(m_channelTold, &QCheckBox::clicked, this, &PartsForm::edited);
}

void PartsForm::addParts()
{
    for (const TextPart &part : textParts) {
        const QString name = QLatin1StringView(part.field);
        Row row{new QWidget, new GrowingEdit(name, 3)};
        auto *column = new QVBoxLayout(row.box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        addField(column, replyPartText(name), row.edit);
        layout()->addWidget(row.box);
        connect(row.edit, &GrowingEdit::edited, this, &PartsForm::edited);
        m_rows.append(row);
    }
}

void PartsForm::setPack(const RulePack &pack)
{
    if (m_channel->count() > 0 && m_pack.id == pack.id && m_pack.version == pack.version)
        return;
    m_pack = pack;
    const QString chosen = m_channel->currentData().toString();
    m_channel->clear();
    m_channel->addItem(tr("Please choose"), QString());
    for (const CodedReason &channel : pack.channels)
        m_channel->addItem(channel.label, channel.code);
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(chosen)));
    showParts();
}

void PartsForm::setReply(const Reply &reply)
{
    for (size_t at = 0; at < textParts.size(); ++at)
        m_rows.at(qsizetype(at)).edit->setText(reply.*textParts[at].member);
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(reply.channel)));
    m_channelTold->setChecked(reply.channelTold);
    setVerdict(reply.verdict);
}

void PartsForm::setVerdict(Verdict verdict)
{
    m_verdict = verdict;
    showParts();
}

void PartsForm::fill(Reply &reply) const
{
    for (size_t at = 0; at < textParts.size(); ++at)
        reply.*textParts[at].member = m_rows.at(qsizetype(at)).edit->text();
    reply.channel = m_channel->currentData().toString();
    reply.channelTold = m_channelTold->isChecked();
}

void PartsForm::showParts()
{
    m_hint->setVisible(m_verdict == Verdict::Undecided);
    for (size_t at = 0; at < textParts.size(); ++at) {
        const Row &row = m_rows.at(qsizetype(at));
        row.box->setVisible(packAsksFor(m_pack, m_verdict, QLatin1StringView(textParts[at].field))
            || !row.edit->text().isEmpty());
    }
    m_channelBox->setVisible(packAsksFor(m_pack, m_verdict, QLatin1StringView("channel"))
        || !m_channel->currentData().toString().isEmpty());
}

} // namespace chengban
