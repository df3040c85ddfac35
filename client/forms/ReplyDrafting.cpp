#include "client/forms/ReplyDrafting.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/ReplyForm.h"

#include <algorithm>

namespace chengban {

namespace {

bool isComposing(const ReplyForm &form)
{
    const QList<GrowingEdit *> fields = form.findChildren<GrowingEdit *>();
    return std::ranges::any_of(fields, &GrowingEdit::isComposing);
}

} // namespace

qint64 ReplyDrafting::begin(const CaseId &id, ReplyForm &form)
{
    end();
    m_id = id;
    m_draft = m_desk.openDraft(id);
    form.setReply(m_draft.reply);
    m_filled = form.reply();
    takeIn(form);
    return m_draft.savedAtMs;
}

void ReplyDrafting::end()
{
    m_id = {};
    m_draft = {};
    m_open.reset();
    m_taken.reset();
}

Result<void> ReplyDrafting::save(const ReplyForm &form)
{
    m_draft.reply = form.reply();
    return m_desk.saveDraft(m_id, m_draft);
}

void ReplyDrafting::takeIn(ReplyForm &form)
{
    if (m_id.isEmpty() || isComposing(form))
        return;
    ReplyDraft now = m_draft;
    now.reply = form.reply();
    if (now.reply == m_filled) {
        // Nothing was typed yet, so there is nothing to merge: the form begins from what is there now, which
        // may be a draft that a colleague handed over.
        m_draft = m_desk.openDraft(m_id);
        if (form.reply() != m_draft.reply)
            form.setReply(m_draft.reply);
        m_filled = form.reply();
        now = m_draft;
        now.reply = m_filled;
        if (!m_desk.draft(m_id))
            return;
    }
    const auto news = m_desk.newsFor(m_id, now);
    m_open.reset();
    if (!news)
        return;
    if (!news->merge.taken.isEmpty()) {
        form.setReply(news->merge.reply);
        m_taken = news;
    }
    // Should it not be stored, the same fields are merged again with the next news.
    if (const auto after = m_desk.takeNews(m_id, *news, news->merge))
        m_draft = *after;
    if (!news->merge.clashes.isEmpty())
        m_open = m_desk.newsFor(m_id, m_draft);
    else if (news->revision > 0)
        takeIn(form); // A colleague's draft may wait behind the words of the log.
}

Result<void> ReplyDrafting::decide(ReplyForm &form, const ReplyMerge &merge)
{
    if (!m_open)
        return {};
    const auto after = m_desk.takeNews(m_id, *m_open, merge);
    if (!after)
        return fail(after.error());
    m_draft = *after;
    form.setReply(m_draft.reply);
    m_open.reset();
    takeIn(form);
    return {};
}

} // namespace chengban
