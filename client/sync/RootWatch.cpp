#include "client/sync/RootWatch.h"

namespace chengban {

namespace {

constexpr QLatin1StringView placeName("root-watch");

bool isContradiction(ErrorCode code)
{
    return code == ErrorCode::RootMismatch || code == ErrorCode::SignatureInvalid
        || code == ErrorCode::KeyUnknown;
}

} // namespace

void RootWatch::run()
{
    const auto place = m_context.store.values().sealed(placeName);
    if (!place)
        return fail(place.error());
    const CaseId last{QString::fromUtf8(place->value_or(QByteArray()))};
    auto cases = m_context.store.replica().casesAfter(last, casesPerRun);
    if (cases && cases->size() < casesPerRun && !last.isEmpty()) {
        // Round the end, up to where it began: each case once.
        const auto first = m_context.store.replica().casesAfter({}, casesPerRun - int(cases->size()));
        if (!first)
            return fail(first.error());
        for (const CaseId &id : *first) {
            if (!cases->contains(id))
                cases->append(id);
        }
    }
    if (!cases)
        return fail(cases.error());
    m_left = *cases;
    askNext();
}

void RootWatch::askNext()
{
    if (m_left.isEmpty()) {
        Q_EMIT agreed();
        return finish();
    }
    const CaseId id = m_left.takeFirst();
    m_context.api.headProof(id, heard([this, id](const Result<HeadProof> &answer) { take(id, answer); }));
}

void RootWatch::take(const CaseId &id, const Result<HeadProof> &answer)
{
    // Not found: no root covers the case yet. Anything else is the line's, and the other jobs tell it.
    if (!answer && answer.error().code != ErrorCode::NotFound)
        return finish();
    const auto verdict = answer ? judged(id, *answer) : Result<void>{};
    if (!verdict && isContradiction(verdict.error().code)) {
        Q_EMIT contradicted(id, verdict.error().code);
        return finish();
    }
    if (!verdict)
        return fail(verdict.error());
    const auto moved = m_context.store.values().setSealed(placeName, id.value.toUtf8());
    return moved ? askNext() : fail(moved.error());
}

Result<void> RootWatch::judged(const CaseId &id, const HeadProof &proof)
{
    const auto log = m_context.store.replica().log(id);
    // Lost between question and answer: nothing left to compare.
    if (!log)
        return log.error().code == ErrorCode::CaseUnknown ? Result<void>{} : chengban::fail(log.error());
    if (const auto agrees = checkHead(proof, id, *log, m_context.serverKeyPem); !agrees)
        return agrees;
    ServerDocuments &documents = m_context.store.documents();
    const auto kept = documents.newestRoot();
    if (!kept)
        return chengban::fail(kept.error());
    if (*kept) {
        if (const auto follows = checkFollows(proof.root, **kept); !follows)
            return follows;
    }
    return documents.keepRoot(proof.root);
}

} // namespace chengban
