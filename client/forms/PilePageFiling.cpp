// What a person does with the lines of a pile.
#include "client/forms/PileDetail.h"
#include "client/forms/PileFiler.h"
#include "client/forms/PilePage.h"

#include <QListView>

namespace chengban {

void PilePage::takeFacts()
{
    if (row() < 0)
        return;
    PileItem item = m_model->at(row());
    const bool isAnother = item.facts.what != m_detail->facts().what;
    item.facts = m_detail->facts();
    item.withBehind = m_detail->withBehind();
    item.isTouched = true;
    item.trouble.clear();
    m_model->put(row(), item);
    if (isAnother)
        m_detail->show(item); // Others may sign that.
    else
        m_detail->showState(item);
    showSummary();
}

void PilePage::giveToAll()
{
    const PaperFacts facts = m_detail->facts();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        PileItem item = m_model->at(row);
        if (!item.canBeFiled())
            continue;
        item.facts.signer = facts.signer;
        item.facts.signedAtMs = facts.signedAtMs;
        item.facts.seal = facts.seal;
        item.isTouched = true;
        m_model->put(row, item);
    }
    showSummary();
}

void PilePage::fileRow(int row)
{
    if (row < 0 || !isReady(m_model->at(row), m_desk))
        return;
    PileItem item = m_model->at(row);
    m_filer->file(row, item);
    item.stage = PileItem::Stage::BeingFiled;
    m_model->put(row, item);
    if (row == this->row())
        m_detail->showState(item);
    showSummary();
}

void PilePage::fileReady()
{
    for (const int row : m_model->readyRows())
        fileRow(row);
}

void PilePage::takeFiled(int row, const QString &trouble)
{
    PileItem item = m_model->at(row);
    item.stage = trouble.isEmpty() ? PileItem::Stage::Filed : PileItem::Stage::Waiting;
    item.trouble = trouble;
    refresh(item, m_desk);
    m_model->put(row, item);
    if (row == this->row()) {
        const int next = trouble.isEmpty() ? m_model->nextOpen(row) : row;
        if (next >= 0 && next != row)
            m_list->setCurrentIndex(m_model->index(next));
        else
            m_detail->show(item);
    }
    showSummary();
}

void PilePage::setAside()
{
    const int here = row();
    if (here < 0)
        return;
    PileItem item = m_model->at(here);
    item.stage = PileItem::Stage::Aside;
    m_model->put(here, item);
    if (const int next = m_model->nextOpen(here); next >= 0)
        m_list->setCurrentIndex(m_model->index(next));
    else
        m_detail->show(item);
    showSummary();
}

void PilePage::takeCase(const CaseId &id)
{
    PileItem item = m_model->at(row());
    item.byHand = id;
    refresh(item, m_desk);
    m_model->put(row(), item);
    m_detail->show(item);
    showSummary();
}

} // namespace chengban
