#pragma once

#include "shared/reply/Reply.h"
#include "shared/rules/RulePack.h"
#include "shared/wire/Wire.h"

#include <QHash>

namespace chengban {

/// A case of the demonstration county before its placeholders, such as {村}, are filled.
struct DemoTemplate
{
    UnitId unit;
    CaseClass caseClass = CaseClass::General;
    QString category;
    QString title;
    QString text;
    Reply reply; ///< Verdict, the texts that verdict needs, perhaps a legal basis; nothing else.
};

/// What the demonstration county is made of: resources/demo. All of it is invented.
struct DemoData
{
    QList<wire::DirectoryUnit> units; ///< The first is the hotline centre.
    QStringList surnames;
    QStringList givenNames;
    QStringList channels;
    QHash<QString, QStringList> words; ///< What may stand for a placeholder.
    QList<DemoTemplate> templates;

    /// Errors: those of the strict reader, with the place.
    [[nodiscard]] static Result<DemoData> load();
};

/// A scanned paper of the demonstration county: rules, procedure or record. Never empty.
[[nodiscard]] QByteArray demoPaper(AttachmentKind kind);
[[nodiscard]] QString demoPaperName(AttachmentKind kind);

} // namespace chengban
