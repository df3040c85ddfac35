#include "client/printing/RosterForm.h"

#include "client/printing/LooseSheet.h"
#include "client/printing/Wording.h"

namespace chengban {

namespace {

QList<RosterPerson> peopleOf(const RosterForm &form)
{
    if (!form.people.isEmpty())
        return form.people;
    QList<RosterPerson> blank;
    for (const QString &post :
        {QStringLiteral("分管领导"), QStringLiteral("经办人A"), QStringLiteral("经办人B")})
        blank.append(RosterPerson{post, {}, {}, {}, {}, {}});
    return blank;
}

void paintRoster(SheetPainter &painter, const RosterForm &form)
{
    const QList<qreal> columns{25, 25, 28, 31, 31, 23};
    painter.beginSheet();
    painter.title(QStringLiteral("12345热线办理工作人员名册"));
    SheetTable table{columns, {}};
    table.rows.append({{label(QStringLiteral("单位")), value(form.unitName, 5)}, 14});
    table.rows.append(
        {{label(QStringLiteral("岗位")), label(QStringLiteral("姓名")), label(QStringLiteral("职务")),
             label(QStringLiteral("办公电话")), label(QStringLiteral("手机")), label(QStringLiteral("传真"))},
            12});
    for (const RosterPerson &person : peopleOf(form))
        table.rows.append({{label(person.post), value(person.name), value(person.title),
                               value(person.officePhone), value(person.mobile), value(person.fax)},
            14});
    table.rows.append({{label(QStringLiteral("备注")), prose(form.note, 5)}, 30});
    table.rows.append({{label(QStringLiteral("填报人")), value(form.filledBy, 2),
                           label(QStringLiteral("联系电话")), value(form.phone, 2)},
        14});
    const QString day = form.atMs > 0 ? dayWord(form.atMs) : QStringLiteral("　　　　年　　月　　日");
    table.rows.append({{label(QStringLiteral("单位\n（公章）")),
                           value(QStringLiteral("\n\n\n　　　　　　　　　　　　　　　　　　") + day, 5)},
        46});
    painter.table(table);
    painter.space(3);
    painter.text(QStringLiteral("人员变动的，变动当日重新填报。"), {.points = 10, .leading = 1.5});
}

} // namespace

Result<DossierInfo> writeRosterForm(const RosterForm &form, const QString &path)
{
    const SheetFacts facts{
        QStringLiteral("12345热线办理工作人员名册"), form.unitName, QStringLiteral("名册"), form.atMs};
    return writeLoose(facts, path, [&](SheetPainter &painter) { paintRoster(painter, form); });
}

} // namespace chengban
