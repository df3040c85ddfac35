#pragma once

#include "shared/wire/Dossiers.h"

#include <QFuture>
#include <QPromise>

#include <memory>

namespace chengban {

/// One question to the centre's register of dossiers; what a kind does not need stays empty.
struct RegisterCall
{
    enum class Kind {
        Lines,
        Line,
        File, ///< Sends the package at `path` and files it.
        Open, ///< Brings the package to `path`; written down at the server.
        Propose,
        Decide,
    };
    Kind kind = Kind::Lines;
    wire::DossierQuestion question = {};
    QString id = {};
    QString path = {};
    OpeningPurpose purpose = OpeningPurpose::Read;
    wire::Proposal proposal = {};
    wire::Verdict verdict = {};
};

struct RegisterAnswer
{
    wire::DossierPage page; ///< Of Lines.
    wire::FiledDossier filed; ///< Of all others but Open.
};

/// A question on its way, with the promise it is answered through. Its progress counts percent of a file.
struct RegisterTask
{
    RegisterCall call;
    QPromise<Result<RegisterAnswer>> promise;
};

} // namespace chengban
