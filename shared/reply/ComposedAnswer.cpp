#include "shared/base/CountyTime.h"
#include "shared/reply/Requirements.h"
#include "shared/reply/Wording.h"

namespace chengban {

namespace {

/// A part as a whole sentence: trimmed, ended by a full stop unless it ends itself.
QString sentence(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool ended = trimmed.isEmpty() || QStringLiteral("。！？；…”）").contains(trimmed.back());
    return ended ? trimmed : trimmed + QChar(u'。');
}

QString basisText(const LegalBasis &basis)
{
    QString text = QStringLiteral("《%1》").arg(basis.title);
    if (!basis.documentNumber.isEmpty())
        text += QStringLiteral("（%1）").arg(basis.documentNumber);
    text += basis.article;
    return basis.content.isEmpty() ? text : text + QChar(u'：') + basis.content;
}

/// Collects the paragraphs of the answer by the pack's templates.
class Composer
{
public:
    Composer(const Reply &reply, const RulePack &pack)
        : m_reply(reply)
        , m_pack(pack)
    {
    }

    void plain(const QString &paragraph)
    {
        if (!paragraph.isEmpty())
            m_paragraphs += paragraph;
    }
    void part(const char *name, const QString &text)
    {
        if (!text.trimmed().isEmpty() && !form(name).isEmpty())
            plain(filled(form(name), {{"text", sentence(text)}}));
    }
    void body();
    void unitCallback(const ReplyContext &context);
    void closing(const QString &unit);
    void signOff(const ReplyContext &context);
    [[nodiscard]] QString form(const char *name) const
    {
        return m_pack.templates.value(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text() const { return m_paragraphs.join(QLatin1Char('\n')); }

private:
    void outOfScope();
    void unreasonable();

    const Reply &m_reply;
    const RulePack &m_pack;
    QStringList m_paragraphs;
};

void Composer::unreasonable()
{
    part("grounds", m_reply.grounds);
    QStringList bases;
    for (const LegalBasis &basis : m_reply.legalBasis)
        bases += basisText(basis);
    part("legal-basis", bases.join(QChar(u'；')));
    part("advice", m_reply.advice);
}

void Composer::outOfScope()
{
    if (const CodedReason *channel = reasonCoded(m_pack.channels, m_reply.channel)) {
        const bool isBody = channel->group == QStringLiteral("body");
        plain(filled(
            form(isBody ? "out-of-scope-body" : "out-of-scope-channel"), {{"channel", channel->label}}));
    }
    part("statement", m_reply.statement);
}

void Composer::body()
{
    part("investigation", m_reply.investigation);
    switch (m_reply.verdict) {
    case Verdict::SolvableInLimit:
        part("handling", m_reply.handling);
        part("measures", m_reply.measures);
        part("result", m_reply.result);
        break;
    case Verdict::NotInLimit:
        part("progress", m_reply.progress);
        part("plan", m_reply.plan);
        part("expected-effect", m_reply.expectedEffect);
        break;
    case Verdict::Unreasonable:
        unreasonable();
        break;
    case Verdict::OutOfScope:
        outOfScope();
        break;
    case Verdict::Undecided:
        break;
    }
    part("opinion", m_reply.opinion);
}

/// T16: the answer says so when the citizen is satisfied; the scale begins with its best level.
void Composer::unitCallback(const ReplyContext &context)
{
    const QString &found = m_reply.unitCallback.isEmpty() ? context.unitCallback : m_reply.unitCallback;
    if (!m_pack.satisfaction.isEmpty() && found == m_pack.satisfaction.first().code)
        plain(filled(form("unit-callback"), {{"satisfaction", m_pack.satisfaction.first().label}}));
}

void Composer::closing(const QString &unit)
{
    if (unit.isEmpty() || m_reply.handler.isEmpty() || m_reply.handlerPhone.isEmpty())
        return;
    plain(filled(
        form("closing"), {{"unit", unit}, {"handler", m_reply.handler}, {"phone", m_reply.handlerPhone}}));
}

/// M10: signer, unit, handler and day of the answer, where the pack wants them shown.
void Composer::signOff(const ReplyContext &context)
{
    const qint64 atMs = context.answeredAtMs > 0 ? context.answeredAtMs : m_reply.answeredAtMs;
    const QString unit = m_reply.unit.isEmpty() ? context.unitName : m_reply.unit;
    if (m_reply.signer.isEmpty() || m_reply.handler.isEmpty() || unit.isEmpty() || atMs == 0)
        return;
    plain(filled(form("sign-off"),
        {{"signer", m_reply.signer}, {"unit", unit}, {"handler", m_reply.handler},
            {"date", countyDate(atMs).toString(QStringLiteral("yyyy年M月d日"))}}));
}

} // namespace

QString composedAnswer(const Reply &reply, const QList<ContactAttempt> &contacts, const ReplyContext &context,
    const RulePack &pack)
{
    Composer composer(reply, pack);
    composer.plain(composer.form("opening"));
    composer.plain(contactSentence(contacts, pack));
    composer.body();
    composer.unitCallback(context);
    composer.closing(context.unitName);
    composer.signOff(context);
    return composer.text();
}

} // namespace chengban
