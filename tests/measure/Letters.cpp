#include "tests/measure/Letters.h"

#include "shared/base/CountyTime.h"
#include "shared/intake/Table.h"
#include "shared/rules/PackParts.h"

#include <QFile>

#include <algorithm>

namespace chengban::measure {

namespace {

qint64 timeOf(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? utcMs(time.date(), time.time()) : 0;
}

} // namespace

QList<Letter> lettersFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The letters are not there");
    const auto table = readTable(file.readAll());
    const QStringList columns{QStringLiteral("source_id"), QStringLiteral("title"), QStringLiteral("content"),
        QStringLiteral("reply"), QStringLiteral("replied_at")};
    if (!table || table->rows.isEmpty())
        qFatal("The letters cannot be read");
    QList<qsizetype> places;
    for (const QString &column : columns)
        places.append(table->rows.first().cells.indexOf(column));
    if (places.contains(-1))
        qFatal("The letters lack a column");
    QList<Letter> letters;
    for (const TableRow &row : table->rows.mid(1)) {
        const auto cell = [&](int column) { return row.cells.value(places[column]); };
        letters.append({cell(0), cell(1), cell(2), cell(3), timeOf(cell(4))});
    }
    return letters;
}

RealReply replyTo(const Letter &letter)
{
    RealReply real;
    real.reply.answer = letter.answer;
    real.reply.handler = QStringLiteral("李承");
    real.reply.handlerPhone = QStringLiteral("0377-68200001");
    real.reply.unit = QStringLiteral("清河镇人民政府");
    real.reply.signer = QStringLiteral("周正");
    real.reply.proofread = true;
    real.reply.answeredAtMs = letter.repliedAtMs;
    real.reply.answeredVia = QStringLiteral("phone");
    real.context.unitName = real.reply.unit;
    real.context.signerName = real.reply.signer;
    real.context.signedAtMs = letter.repliedAtMs;
    real.context.demandTitle = letter.title;
    real.context.demandText = letter.demand;
    real.contacts = {{real.reply.handler, real.reply.handlerPhone, letter.repliedAtMs - 86'400'000,
        ContactOutcome::Reached, false, false, false, {}, true, true, true}};
    return real;
}

Problems textFindings(const RealReply &real, const RulePack &pack)
{
    Problems problems = replyProblems(real.reply, real.contacts, real.context, pack);
    problems.removeIf([](const Problem &problem) {
        return std::ranges::none_of(
            textCheckNames(), [&](const char *name) { return problem.finding == QLatin1StringView(name); });
    });
    return problems;
}

} // namespace chengban::measure
