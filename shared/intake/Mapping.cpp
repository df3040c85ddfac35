#include "shared/intake/Mapping.h"

#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace chengban {

namespace {

struct Words
{
    IntakeColumn column;
    const char *label;
    const char16_t *headers; ///< Normalised forms, separated by blanks.
};

// One row per meaning, in the order of the enum.
constexpr std::array table{
    Words{IntakeColumn::SourceNumber, QT_TRANSLATE_NOOP("IntakeColumn", "Number"),
        u"sourceid 工单编号 工单号 编号 受理编号 受理单号 诉求编号 诉求件编号 案件编号 任务编号 任务号 "
        u"流水号 工单流水号 "
        u"单号 id number no caseid caseno casenumber ticketid orderid orderno ordernumber sourcenumber"},
    Words{IntakeColumn::Category, QT_TRANSLATE_NOOP("IntakeColumn", "Category"),
        u"category 类别 工单类型 工单类别 诉求类型 诉求类别 诉求性质 受理类型 事项类型 类型 type"},
    Words{IntakeColumn::Channel, QT_TRANSLATE_NOOP("IntakeColumn", "Channel"),
        u"channel 渠道 来源渠道 受理渠道 反映渠道 诉求渠道 诉求来源 工单来源 受理方式 来源"},
    Words{IntakeColumn::Title, QT_TRANSLATE_NOOP("IntakeColumn", "Title"),
        u"title 标题 诉求标题 工单标题 主题 诉求主题 事项标题 来信标题 subject"},
    Words{IntakeColumn::Text, QT_TRANSLATE_NOOP("IntakeColumn", "Demand"),
        u"content 内容 诉求内容 工单内容 反映内容 受理内容 来电内容 来信内容 诉求描述 问题描述 详细内容 "
        u"主要内容 "
        u"description text body demand"},
    Words{IntakeColumn::ReportedAt, QT_TRANSLATE_NOOP("IntakeColumn", "Reported at"),
        u"reportedat 来电时间 受理时间 登记时间 诉求时间 反映时间 提交时间 创建时间 来信时间 工单时间 "
        u"createdat "
        u"receivedat date"},
    Words{IntakeColumn::Location, QT_TRANSLATE_NOOP("IntakeColumn", "Place"),
        u"location 事发地点 事发地址 事发位置 诉求地点 诉求地址 反映地点 发生地点 地点 位置 place"},
    Words{IntakeColumn::Name, QT_TRANSLATE_NOOP("IntakeColumn", "Citizen's name"),
        u"name 姓名 来电人 来电人姓名 反映人 反映人姓名 诉求人 诉求人姓名 市民姓名 联系人 来信人 caller "
        u"citizenname"},
    Words{IntakeColumn::Phone, QT_TRANSLATE_NOOP("IntakeColumn", "Telephone"),
        u"phone 电话 联系电话 联系号码 联系方式 来电号码 来电电话 手机 手机号 手机号码 反映人电话 诉求人电话 "
        u"mobile "
        u"telephone tel"},
    Words{IntakeColumn::Address, QT_TRANSLATE_NOOP("IntakeColumn", "Address"),
        u"address 地址 联系地址 住址 家庭住址 反映人地址 诉求人地址"},
    Words{IntakeColumn::Anonymous, QT_TRANSLATE_NOOP("IntakeColumn", "Anonymous"),
        u"anonymous isanonymous 匿名 是否匿名 匿名件"},
    Words{IntakeColumn::Reply, QT_TRANSLATE_NOOP("IntakeColumn", "Earlier reply"),
        u"reply 回复 回复内容 答复 答复内容 办理结果 办理情况 处理结果 处理情况 办结内容 反馈内容 answer"},
    Words{IntakeColumn::RepliedAt, QT_TRANSLATE_NOOP("IntakeColumn", "Replied at"),
        u"repliedat 回复时间 答复时间 办结时间 反馈时间"},
    Words{IntakeColumn::ReplyUnit, QT_TRANSLATE_NOOP("IntakeColumn", "Replying unit"),
        u"replyunit 回复单位 答复单位 办理单位 承办单位 责任单位 处理单位 unit department"},
};

const Words &wordsOf(IntakeColumn column)
{
    const Words &row = table[static_cast<size_t>(column)];
    Q_ASSERT(row.column == column);
    return row;
}

/// "诉求 内容（必填）*" and "诉求内容", "Reported_At" and "reportedat" are the same word.
QString normalised(const QString &header)
{
    static const QRegularExpression remarks(QStringLiteral("[(（\\[【].*?[)）\\]】]"));
    static const QRegularExpression signs(QStringLiteral("[\\s_\\-*:：.、/#\"'\\x{FEFF}]"));
    return QString(header).remove(remarks).remove(signs).toLower();
}

} // namespace

QString columnText(IntakeColumn column)
{
    return QCoreApplication::translate("IntakeColumn", wordsOf(column).label);
}

std::optional<IntakeColumn> meaningOf(const QString &header)
{
    static const QHash<QString, IntakeColumn> meanings = [] {
        QHash<QString, IntakeColumn> all;
        for (const Words &row : table) {
            const QStringList words
                = QString::fromUtf16(row.headers).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            for (const QString &word : words) {
                Q_ASSERT(!all.contains(word));
                all.insert(word, row.column);
            }
        }
        return all;
    }();
    const auto it = meanings.constFind(normalised(header));
    return it == meanings.constEnd() ? std::nullopt : std::optional(it.value());
}

Mapping proposedMapping(const QStringList &headers, const QString &source)
{
    Mapping mapping{source, {}};
    for (const QString &header : headers) {
        const auto column = meaningOf(header);
        if (column && !mapping.headers.contains(*column))
            mapping.headers.insert(*column, header);
    }
    return mapping;
}

Result<void> checkMapping(const Mapping &mapping, const QStringList &headers)
{
    for (const QString &header : mapping.headers) {
        if (!headers.contains(header))
            return fail(ErrorCode::ColumnMissing, header);
    }
    if (!mapping.headers.contains(IntakeColumn::Text) && !mapping.headers.contains(IntakeColumn::Title))
        return fail(ErrorCode::ColumnMissing, nameOf(IntakeColumn::Text));
    return {};
}

QString headerSignature(const QStringList &headers)
{
    QStringList words;
    for (const QString &header : headers)
        words.append(normalised(header));
    return hex(sm3(words.join(QChar(0x1f)).toUtf8()).first(8));
}

QJsonObject toJson(const Mapping &mapping)
{
    QJsonObject columns;
    for (auto it = mapping.headers.constBegin(); it != mapping.headers.constEnd(); ++it)
        columns.insert(nameOf(it.key()), it.value());
    return {{QStringLiteral("version"), 1}, {QStringLiteral("source"), mapping.source},
        {QStringLiteral("columns"), columns}};
}

Result<Mapping> mappingFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    if (reader.integer(QStringLiteral("version")) != 1)
        reader.note(ErrorCode::BadInput, QStringLiteral("version"));
    Mapping mapping{reader.string(QStringLiteral("source")), {}};
    if (mapping.source.isEmpty())
        reader.note(ErrorCode::BadInput, QStringLiteral("source"));
    JsonReader columns = reader.object(QStringLiteral("columns"));
    for (const auto &column : namesOf(IntakeColumn{})) {
        const auto name = QString::fromLatin1(column.name);
        if (columns.has(name))
            mapping.headers.insert(column.value, columns.string(name));
    }
    if (auto done = columns.finish(); !done)
        return fail(done.error());
    if (auto done = reader.finish(); !done)
        return fail(done.error());
    return mapping;
}

} // namespace chengban
