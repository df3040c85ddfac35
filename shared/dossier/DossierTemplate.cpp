#include "shared/dossier/DossierTemplate.h"

#include "shared/canonical/JsonReader.h"
#include "shared/cases/Case.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace chengban {
namespace {

constexpr int leastPages = 20;

bool isRetention(const QString &code)
{
    return code == u'Y' || code == QLatin1String("D10") || code == QLatin1String("D30");
}

bool isCode(const QString &text)
{
    static const QRegularExpression code(QStringLiteral("^[A-Z0-9]{1,4}$"));
    return code.match(text).hasMatch();
}

template <typename E> QList<E> namedList(JsonReader &in, const QString &key)
{
    QList<E> values;
    const QStringList names = in.strings(key);
    for (const QString &name : names) {
        const auto value = valueNamed<E>(name);
        if (!value || values.contains(*value))
            in.note(ErrorCode::BadInput, key);
        else
            values.append(*value);
    }
    return values;
}

template <typename E> QJsonArray namesIn(const QList<E> &values)
{
    QJsonArray names;
    for (const E value : values)
        names.append(nameOf(value));
    return names;
}

/// Standards A9: conclusion, account, contacts, evidence, extensions, returns, orders of the centre, the case
/// as it came, callbacks.
QList<PaperKind> usualOrder()
{
    using enum PaperKind;
    return {SignOffSheet, ReplyLetter, InvestigationRecord, SiteRecord, PartRecord, ContactRecord, LegalBasis,
        Attachment, ExtensionSheet, ReturnSheet, AppealSheet, ReworkSheet, SupersededReply, OrderLetter,
        OrderAnswer, UrgeLetter, TerminationSheet, HandlingSheet, CaseSheet, RegisterPage, EarlierReply,
        CallbackRecord, ExclusionSheet};
}

void checkValues(JsonReader &in, const DossierTemplate &form)
{
    if (form.papers.size() != std::ssize(namesOf(PaperKind())))
        in.note(ErrorCode::BadInput, QStringLiteral("papers"));
    if (form.mostPages < leastPages || form.mostPages > 9999)
        in.note(ErrorCode::BadInput, QStringLiteral("mostPages"));
    if (!isRetention(form.ordinary))
        in.note(ErrorCode::BadInput, QStringLiteral("ordinary"));
    if (!isRetention(form.longer))
        in.note(ErrorCode::BadInput, QStringLiteral("longer"));
    if (form.repeatedFrom < 2)
        in.note(ErrorCode::BadInput, QStringLiteral("repeatedFrom"));
    if (form.transferAfterYears < 1 || form.transferAfterYears > 100)
        in.note(ErrorCode::BadInput, QStringLiteral("transferAfterYears"));
    if (!isCode(form.category) || form.category.size() != 2)
        in.note(ErrorCode::BadInput, QStringLiteral("category"));
    if (!isCode(form.subcategory))
        in.note(ErrorCode::BadInput, QStringLiteral("subcategory"));
}

} // namespace

DossierTemplate builtInTemplate(PaperOrder order)
{
    DossierTemplate form;
    form.id = nameOf(order);
    form.title = order == PaperOrder::ByTime ? QStringLiteral("按时间顺序") : QStringLiteral("结论在前");
    form.order = order;
    form.papers = usualOrder();
    using enum LongerFor;
    form.longerFor = {Instruction, Urge, Supervision, Repeat};
    return form;
}

Result<DossierTemplate> templateFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    DossierTemplate form;
    form.id = in.string(QStringLiteral("id"));
    form.version = int(in.integer(QStringLiteral("version")));
    form.title = in.string(QStringLiteral("title"));
    form.counties = in.strings(QStringLiteral("counties"));
    form.order = in.named<PaperOrder>(QStringLiteral("order"));
    form.papers = namedList<PaperKind>(in, QStringLiteral("papers"));
    if (!in.has(QStringLiteral("papers")))
        form.papers = usualOrder();
    form.reply = in.named<ReplyShape>(QStringLiteral("reply"), ReplyShape::Letter);
    form.bothSides = in.boolean(QStringLiteral("bothSides"), false);
    form.mostPages = int(in.integer(QStringLiteral("mostPages"), form.mostPages));
    form.ordinary = in.string(QStringLiteral("ordinary"), form.ordinary);
    form.longer = in.string(QStringLiteral("longer"), form.longer);
    form.longerFor = namedList<LongerFor>(in, QStringLiteral("longerFor"));
    form.repeatedFrom = int(in.integer(QStringLiteral("repeatedFrom"), form.repeatedFrom));
    form.transferAfterYears = int(in.integer(QStringLiteral("transferAfterYears"), form.transferAfterYears));
    form.category = in.string(QStringLiteral("category"), form.category);
    form.subcategory = in.string(QStringLiteral("subcategory"), form.subcategory);
    checkValues(in, form);
    if (const Result<void> read = in.finish(); !read)
        return fail(read.error());
    return form;
}

QJsonObject toJson(const DossierTemplate &form)
{
    return {
        {QStringLiteral("id"), form.id},
        {QStringLiteral("version"), form.version},
        {QStringLiteral("title"), form.title},
        {QStringLiteral("counties"), QJsonArray::fromStringList(form.counties)},
        {QStringLiteral("order"), nameOf(form.order)},
        {QStringLiteral("papers"), namesIn(form.papers)},
        {QStringLiteral("reply"), nameOf(form.reply)},
        {QStringLiteral("bothSides"), form.bothSides},
        {QStringLiteral("mostPages"), form.mostPages},
        {QStringLiteral("ordinary"), form.ordinary},
        {QStringLiteral("longer"), form.longer},
        {QStringLiteral("longerFor"), namesIn(form.longerFor)},
        {QStringLiteral("repeatedFrom"), form.repeatedFrom},
        {QStringLiteral("transferAfterYears"), form.transferAfterYears},
        {QStringLiteral("category"), form.category},
        {QStringLiteral("subcategory"), form.subcategory},
    };
}

Result<QList<DossierTemplate>> linkedTemplates()
{
    QList<DossierTemplate> forms;
    const QDir folder(QStringLiteral(":/dossiers"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, name);
        auto form = parseJsonObject(file.readAll()).and_then(templateFromJson);
        if (!form)
            return fail(form.error().code, name + QStringLiteral(": ") + form.error().detail);
        forms.append(*std::move(form));
    }
    for (const PaperOrder order : {PaperOrder::ConclusionFirst, PaperOrder::ByTime}) {
        if (std::ranges::find(forms, nameOf(order), &DossierTemplate::id) == forms.end())
            forms.append(builtInTemplate(order));
    }
    return forms;
}

DossierTemplate templateFor(const Case &theCase, const QString &chosen)
{
    // What is linked in is held by a test; a program that carries a broken one uses the built-in order.
    static const QList<DossierTemplate> forms = linkedTemplates().value_or(QList<DossierTemplate>());
    const auto named = std::ranges::find(forms, chosen, &DossierTemplate::id);
    if (!chosen.isEmpty() && named != forms.end())
        return *named;
    const auto meant = std::ranges::find_if(
        forms, [&](const DossierTemplate &form) { return form.counties.contains(theCase.pack.id); });
    return meant != forms.end() ? *meant : builtInTemplate(PaperOrder::ConclusionFirst);
}

} // namespace chengban
