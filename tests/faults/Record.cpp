#include "tests/faults/Record.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace chengban::faults {

namespace {

const QString draftKind = QStringLiteral("draft");
const QString submitKind = QStringLiteral("submit-for-sign-off");

QJsonObject lineOf(const Act &act, const QString &what)
{
    return {{what, act.number}, {QStringLiteral("kind"), act.kind},
        {QStringLiteral("case"), act.caseId.value}, {QStringLiteral("command"), act.command.value},
        {QStringLiteral("sha256"), act.sha256}};
}

QList<int> numbersOf(const QJsonValue &array)
{
    QList<int> numbers;
    for (const QJsonValue &value : array.toArray())
        numbers << value.toInt();
    return numbers;
}

QJsonArray arrayOf(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array << number;
    return array;
}

void takeLine(Record::Content &content, QHash<int, Act> &acts, const QJsonObject &line)
{
    const auto text = [&line](const char *name) { return line.value(QLatin1StringView(name)).toString(); };
    if (line.contains(QStringLiteral("try"))) {
        const int number = line.value(QStringLiteral("try")).toInt();
        acts.insert(number, {number, text("kind"), CaseId{text("case")}, false, {}, {}});
    } else if (line.contains(QStringLiteral("done"))) {
        Act &act = acts[line.value(QStringLiteral("done")).toInt()];
        act.done = true;
        act.command = CommandId{text("command")};
        act.sha256 = text("sha256");
    } else if (line.contains(QStringLiteral("refused"))) {
        acts.remove(line.value(QStringLiteral("refused")).toInt());
    } else if (line.contains(QStringLiteral("start"))) {
        ++content.starts;
        content.lost += numbersOf(line.value(QStringLiteral("lost")));
        content.overwritten += numbersOf(line.value(QStringLiteral("overwritten")));
    } else if (line.contains(QStringLiteral("loggedOut"))) {
        ++content.logInsLost;
    } else if (line.contains(QStringLiteral("fault"))) {
        content.faults << text("fault");
    }
}

} // namespace

Record::Record(QString path)
    : m_path(std::move(path))
{
}

void Record::notes(const QJsonObject &line)
{
    // In one call, so that a death leaves whole lines; the kernel keeps what a killed process wrote.
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    const int file
        = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0 || ::write(file, bytes.constData(), size_t(bytes.size())) != bytes.size())
        qFatal("no place for the record");
    ::close(file);
}

void Record::tries(const Act &act)
{
    notes(lineOf(act, QStringLiteral("try")));
}

void Record::isDone(const Act &act)
{
    notes(lineOf(act, QStringLiteral("done")));
}

void Record::isRefused(const Act &act)
{
    notes(lineOf(act, QStringLiteral("refused")));
}

Record::Content Record::read(const QString &path)
{
    Content content;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return content;
    QHash<int, Act> acts;
    while (!file.atEnd())
        takeLine(content, acts, QJsonDocument::fromJson(file.readLine()).object());
    content.acts = acts.values();
    std::ranges::sort(content.acts, {}, &Act::number);
    return content;
}

QString mark(const QString &user, int number)
{
    return QStringLiteral("【%1-%2】").arg(user).arg(number);
}

QList<int> marksIn(const QString &user, const QString &text)
{
    static const QRegularExpression form(QStringLiteral("【(\\w+)-(\\d+)】"));
    QList<int> numbers;
    for (auto found = form.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (match.captured(1) == user && !numbers.contains(match.captured(2).toInt()))
            numbers << match.captured(2).toInt();
    }
    return numbers;
}

Holdings Holdings::of(const Desk &desk, const QString &user, const QList<Act> &acts)
{
    const auto marks = [&user](const QJsonObject &json) {
        return marksIn(user, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    };
    Holdings found;
    QSet<CaseId> cases;
    for (const CaseSummary &one : desk.cases())
        cases.insert(one.id);
    for (const Act &act : acts)
        cases.insert(act.caseId);
    for (const CaseId &id : std::as_const(cases)) {
        if (const auto draft = desk.draft(id)) {
            const QList<int> numbers = marks(chengban::toJson(draft->reply));
            found.drafts.insert(id, numbers.isEmpty() ? 0 : *std::ranges::max_element(numbers));
        }
        const QList<KeptText> kept = desk.keptTexts(id);
        for (const KeptText &text : kept)
            found.others[id] += marks(text.body);
    }
    const QList<OutboxRow> rows = desk.outbox();
    for (const OutboxRow &row : rows) {
        found.rows.insert(row.command.id, row.state);
        found.others[row.command.caseId] += marks(row.command.body);
    }
    return found;
}

QJsonObject Holdings::toJson() const
{
    QJsonObject draftsJson;
    QJsonObject othersJson;
    QJsonObject rowsJson;
    for (auto it = drafts.cbegin(); it != drafts.cend(); ++it)
        draftsJson.insert(it.key().value, it.value());
    for (auto it = others.cbegin(); it != others.cend(); ++it)
        othersJson.insert(it.key().value, arrayOf(it.value()));
    for (auto it = rows.cbegin(); it != rows.cend(); ++it)
        rowsJson.insert(it.key().value, QString(nameOf(it.value())));
    return {
        {draftKind, draftsJson}, {QStringLiteral("others"), othersJson}, {QStringLiteral("rows"), rowsJson}};
}

Holdings Holdings::fromJson(const QJsonObject &json)
{
    Holdings found;
    const QJsonObject drafts = json.value(draftKind).toObject();
    for (auto it = drafts.begin(); it != drafts.end(); ++it)
        found.drafts.insert(CaseId{it.key()}, it->toInt());
    const QJsonObject others = json.value(QStringLiteral("others")).toObject();
    for (auto it = others.begin(); it != others.end(); ++it)
        found.others.insert(CaseId{it.key()}, numbersOf(*it));
    const QJsonObject rows = json.value(QStringLiteral("rows")).toObject();
    for (auto it = rows.begin(); it != rows.end(); ++it)
        found.rows.insert(CommandId{it.key()}, valueNamed<OutboxState>(it->toString()).value());
    return found;
}

LocalFaults localFaults(const QList<Act> &acts, const Holdings &holdings)
{
    LocalFaults faults;
    QHash<CaseId, int> newest; // Of words that were said to be safe.
    QHash<QString, int> newestOfKind;
    QSet<int> words; // Also those of which the program said nothing before it died.
    for (const Act &act : acts) {
        const bool isWords = act.kind == draftKind || act.kind == submitKind;
        if (isWords)
            words.insert(act.number);
        if (!act.done)
            continue;
        if (isWords)
            newest.insert(act.caseId, act.number);
        newestOfKind.insert(act.caseId.value + act.kind, act.number);
    }
    for (auto it = newest.cbegin(); it != newest.cend(); ++it) {
        const int draft = holdings.drafts.value(it.key());
        const QList<int> others = holdings.others.value(it.key());
        const bool found = draft >= it.value() || std::ranges::any_of(others, [&](int number) {
            return number >= it.value() && words.contains(number);
        });
        if (!found)
            (draft > 0 ? faults.overwritten : faults.lost) << it.value();
    }
    for (const Act &act : acts) {
        // Who repeats a step that was refused ends the row; its words are kept.
        if (!act.done || act.command.isEmpty() || holdings.rows.contains(act.command)
            || holdings.others.value(act.caseId).contains(act.number)
            || newestOfKind.value(act.caseId.value + act.kind) > act.number)
            continue;
        faults.lost << act.number;
    }
    return faults;
}

} // namespace chengban::faults
