#pragma once

#include <QSet>
#include <QString>

#include <span>

namespace chengban {

// The names a pack may use for what lies in rooms above this one (replies); tst_Requirements holds both
// together.

/// Names of verdicts that can need parts, and "any".
[[nodiscard]] const QSet<QString> &verdictNames();

/// Orders that can need parts of their own: "re-review" and "supervision".
[[nodiscard]] const QSet<QString> &orderNames();

/// Roles whose accounts stand for a post of a unit's roster.
[[nodiscard]] const QSet<QString> &postRoleNames();

/// What `requiredParts` may name: fields of a reply, "contact", "contactSentence" and "attachment:<kind>".
[[nodiscard]] const QSet<QString> &partNames();

/// A template of prescribed wording and the placeholders it must hold, each once at least: "handler phone".
struct TemplateForm
{
    const char *name;
    const char *placeholders;
    bool optional = false; ///< A pack may leave it out; then its paragraph is not composed.
};
[[nodiscard]] std::span<const TemplateForm> templateForms();

/// True when `text` holds all placeholders of the form, written {name}, and no others.
[[nodiscard]] bool hasPlaceholders(const QString &text, const TemplateForm &form);

/// When a notice is due, to whom beside the posts of a unit, by which ways; who has a duty.
[[nodiscard]] const QSet<QString> &noticeOccasions();
[[nodiscard]] const QSet<QString> &noticeReceivers();
[[nodiscard]] const QSet<QString> &noticeChannels();
[[nodiscard]] const QSet<QString> &dutyHolders();

/// What `textChecks` may name: findings of shared/reply in a text.
[[nodiscard]] std::span<const char *const> textCheckNames();

/// Names of the word lists of the text checks.
[[nodiscard]] std::span<const char *const> wordListNames();

} // namespace chengban
