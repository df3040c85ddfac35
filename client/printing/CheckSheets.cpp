#include "client/printing/CheckSheets.h"

#include "client/printing/LooseSheet.h"
#include "client/printing/SheetParts.h"
#include "client/printing/Wording.h"
#include "shared/base/ErrorCode.h"

#include <algorithm>

namespace chengban {

using namespace sheets;

namespace {

QString kindWord(LogCheck::Kind kind)
{
    switch (kind) {
    case LogCheck::Kind::Chain:
        return QStringLiteral("办理记录链");
    case LogCheck::Kind::Signature:
        return QStringLiteral("电子签名");
    case LogCheck::Kind::Receipt:
        return QStringLiteral("服务器回执");
    }
    Q_UNREACHABLE();
}

/// A sheet is an official paper in Chinese: a code alone says nothing to who reads it in fifty years.
QString reasonWord(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ChainBroken:
        return QStringLiteral("记录链不衔接");
    case ErrorCode::CommitmentWrong:
        return QStringLiteral("记录内容与摘要不符");
    case ErrorCode::SignatureInvalid:
        return QStringLiteral("签名与内容不符");
    case ErrorCode::KeyUnknown:
        return QStringLiteral("公钥未登记");
    case ErrorCode::KeyRevoked:
        return QStringLiteral("签名时公钥已注销");
    default:
        return errorName(code);
    }
}

QString resultWord(const Result<void> &result)
{
    return result ? QStringLiteral("有效") : QStringLiteral("无效：") + reasonWord(result.error().code);
}

QString stateWord(TestState state)
{
    switch (state) {
    case TestState::Passed:
        return QStringLiteral("通过");
    case TestState::Failed:
        return QStringLiteral("不通过");
    case TestState::NotChecked:
        return QStringLiteral("未检测");
    }
    Q_UNREACHABLE();
}

SheetTable head(const Manifest &manifest)
{
    SheetTable table{fourColumns, {}};
    table.rows.append(pair(
        QStringLiteral("工单编号"), manifest.caseNumber, QStringLiteral("档号"), manifest.archiveNumber));
    table.rows.append(row(QStringLiteral("案卷题名"), manifest.title));
    return table;
}

void paintSignatures(SheetPainter &painter, const Manifest &manifest, const CaseLog &log)
{
    const QList<LogCheck> checks = checkedLog(log);
    painter.beginSheet();
    painter.title(QStringLiteral("电子签名核验单"));
    painter.table(head(manifest));
    painter.space(5);
    SheetTable table{{14, 32, 36, 41, 40}, {}, 1};
    table.rows.append({{label(QStringLiteral("序号")), label(QStringLiteral("核验对象")),
        label(QStringLiteral("签名人")), label(QStringLiteral("时间")), label(QStringLiteral("结果"))}});
    for (const LogCheck &check : checks)
        table.rows.append({{ordinal(table.rows.size()), value(kindWord(check.kind)), value(check.who),
            value(timeWord(check.atMs)), value(resultWord(check.result))}});
    painter.table(table);
    painter.space(5);
    const bool sound
        = std::ranges::all_of(checks, [](const LogCheck &check) { return check.result.has_value(); });
    const auto signatures = std::ranges::count(checks, LogCheck::Kind::Signature, &LogCheck::kind);
    painter.text(QStringLiteral("核验结论：办理记录%1条，电子签名%2个，%3。")
                     .arg(log.events.size())
                     .arg(signatures)
                     .arg(sound ? QStringLiteral("全部有效") : QStringLiteral("有无效项")),
        {.face = Face::Hei, .points = 12, .leading = 1.7});
    painter.text(
        QStringLiteral(
            "不用本程序也可核验：归档包 data/signatures 中，同号的 .json 为被签名原文，.sig 为 SM2 签名"
            "（DER 编码），data/keys 中为公钥；摘要算法 SM3，用户标识 1234567812345678。"),
        {.points = 10, .leading = 1.6});
}

void paintItems(SheetPainter &painter, const Manifest &manifest, const QList<TestItem> &items)
{
    painter.beginSheet();
    painter.title(QStringLiteral("电子档案四性检测报告（归档环节）"));
    painter.table(head(manifest));
    painter.space(5);
    SheetTable table{{20, 62, 19, 62}, {}, 1};
    table.rows.append({{label(QStringLiteral("编号")), label(QStringLiteral("检测项目")),
        label(QStringLiteral("结果")), label(QStringLiteral("说明"))}});
    for (const TestItem &item : items) {
        const TextStyle small{.points = 9, .leading = 1.35};
        table.rows.append({{Cell{item.id, small}, Cell{item.title, small}, Cell{stateWord(item.state), small},
                               Cell{item.note, small}},
            7});
    }
    painter.table(table);
    painter.space(4);
    const auto count = [&](TestState state) { return std::ranges::count(items, state, &TestItem::state); };
    painter.text(QStringLiteral("共%1项：通过%2项，不通过%3项，未检测%4项。依据 DA/T 70—2018。")
                     .arg(items.size())
                     .arg(count(TestState::Passed))
                     .arg(count(TestState::Failed))
                     .arg(count(TestState::NotChecked)),
        {.face = Face::Hei, .points = 11, .leading = 1.6});
}

SheetFacts factsOf(const Manifest &manifest, const QString &title)
{
    return {title, manifest.fondsName, manifest.caseNumber, manifest.toMs};
}

} // namespace

Result<DossierInfo> writeSignatureCheck(const Manifest &manifest, const CaseLog &log, const QString &path)
{
    return writeLoose(factsOf(manifest, QStringLiteral("电子签名核验单")), path,
        [&](SheetPainter &painter) { paintSignatures(painter, manifest, log); });
}

Result<DossierInfo> writeSelfTest(const Manifest &manifest, const QList<TestItem> &items, const QString &path)
{
    return writeLoose(factsOf(manifest, QStringLiteral("电子档案四性检测报告")), path,
        [&](SheetPainter &painter) { paintItems(painter, manifest, items); });
}

} // namespace chengban
