#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringView>

#include <span>

namespace chengban {

/// Kinds of rule as the members of a pack, and how two packs' rules of one kind meet.
struct RuleKind
{
    enum class Form {
        Rule, ///< One object; absent means silent.
        Rows, ///< Rows, each by its identity.
        List, ///< A list that only makes sense as a whole: grades, a scale.
        Members, ///< An object whose members are rules of their own: sentences, checks.
        Words, ///< Lists of words that are put together.
    };

    const char *name;
    Form form = Form::Rows;
    const char *exact = "code"; ///< Members in which two rows must agree to be about the same thing.
    const char *wide = ""; ///< Members that are absent in a row for every value.
    bool canBeBoth = false; ///< Two packs' rules can bind together (BothRules.h).
};

/// All of them; tst_CountyProfile holds the list to the schema of packs.
[[nodiscard]] std::span<const RuleKind> ruleKinds();

/// The kind of that name; null when there is none.
[[nodiscard]] const RuleKind *ruleKind(QStringView name);

/// What a row is about, by the first member of its identity: the name of a limit, the action of a signer.
[[nodiscard]] QString subject(const RuleKind &kind, const QJsonObject &row);

/// For which of all the row is, by the first member it narrows itself by: a class of cases; empty: for all.
[[nodiscard]] QString narrowing(const RuleKind &kind, const QJsonObject &row);

/// Both rows answer some question.
[[nodiscard]] bool overlaps(const RuleKind &kind, const QJsonObject &a, const QJsonObject &b);

/// `a` answers every question that `b` answers.
[[nodiscard]] bool covers(const RuleKind &kind, const QJsonObject &a, const QJsonObject &b);

/// Both rows give the same answer, wherever it stands and whatever is noted beside it.
[[nodiscard]] bool saysTheSame(const RuleKind &kind, QJsonObject a, QJsonObject b);

} // namespace chengban
