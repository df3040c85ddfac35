#pragma once

#include "client/models/Desk.h"

namespace chengban {

class ReplyForm;

/// The reply's form and its draft: fills the form, saves it, and takes in what others wrote meanwhile, as far
/// as that asks nobody.
class ReplyDrafting
{
public:
    explicit ReplyDrafting(Desk &desk)
        : m_desk(desk)
    {
    }

    /// Fills the form with the draft, or with what a new one would begin from. Gives when it was saved, or 0.
    [[nodiscard]] qint64 begin(const CaseId &id, ReplyForm &form);
    [[nodiscard]] Result<void> save(const ReplyForm &form);
    /// After news of the case. Does nothing while an input method is composing.
    void takeIn(ReplyForm &form);
    /// Makes the person's choices over open() the draft and fills the form with it. What was typed after the
    /// last takeIn() would be lost: whoever lets a person choose takes in first.
    [[nodiscard]] Result<void> decide(ReplyForm &form, const ReplyMerge &merge);
    void end();

    /// With fields that a person has to decide; none when there are none.
    [[nodiscard]] const std::optional<DraftNews> &open() const { return m_open; }
    /// What was taken in without a question since the form was opened.
    [[nodiscard]] const std::optional<DraftNews> &taken() const { return m_taken; }
    [[nodiscard]] const std::optional<GivenBack> &givenBack() const { return m_draft.givenBack; }

private:
    Desk &m_desk;
    CaseId m_id;
    ReplyDraft m_draft;
    Reply m_filled; ///< What the form held after it was filled.
    std::optional<DraftNews> m_open;
    std::optional<DraftNews> m_taken;
};

} // namespace chengban
