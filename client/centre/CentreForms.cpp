#include "client/centre/CentreForms.h"

#include "client/centre/ArchiveForm.h"
#include "client/centre/DecisionForm.h"
#include "client/centre/DispatchForm.h"
#include "client/centre/ErasureForm.h"
#include "client/centre/ReviewForm.h"
#include "client/forms/CallbackForm.h"

namespace chengban {

StepForm *makeCentreForm(CommandType step, Desk &desk)
{
    switch (step) {
    case CommandType::Dispatch:
    case CommandType::Reassign:
        return new DispatchForm(step);
    case CommandType::DecideReturn:
    case CommandType::DecideExtension:
    case CommandType::DecideAppeal:
    case CommandType::DecideTermination:
    case CommandType::DecideAnswer:
    case CommandType::DecideScore:
        return new DecisionForm(step);
    case CommandType::AcceptReply:
    case CommandType::ReturnForRework:
        return new ReviewForm(step, desk);
    case CommandType::RecordCentreCallback:
    case CommandType::RecordSecondCallback:
        return new CallbackForm(step);
    case CommandType::Archive:
        return new ArchiveForm;
    case CommandType::RequestErasure:
        return new ErasureRequestForm;
    case CommandType::ErasePart:
    case CommandType::RefuseErasure:
        return new ErasureAnswerForm(step);
    default:
        return nullptr;
    }
}

} // namespace chengban
