#include "client/forms/UnitForms.h"

#include "client/forms/CallbackForm.h"
#include "client/forms/ExtensionForm.h"
#include "client/forms/NoteForm.h"
#include "client/forms/ReadForm.h"
#include "client/forms/ReplyForm.h"
#include "client/forms/ReturnRequestForm.h"
#include "client/forms/SignForm.h"

namespace chengban {

StepForm *makeUnitForm(CommandType step, Desk &desk)
{
    switch (step) {
    case CommandType::Accept:
    case CommandType::ProposeHandling:
    case CommandType::Instruct:
    case CommandType::Withdraw:
    case CommandType::ReturnToClerk:
    case CommandType::Urge:
    case CommandType::Close:
        return new NoteForm(step);
    case CommandType::SubmitForSignOff:
        return new ReplyForm(desk);
    case CommandType::Sign:
        return new SignForm(desk);
    case CommandType::SubmitReply:
        return new ReadForm(desk, ReadForm::Use::SubmitReply);
    case CommandType::RequestExtension:
        return new ExtensionForm;
    case CommandType::RequestReturn:
        return new ReturnRequestForm;
    case CommandType::RecordUnitCallback:
        return new CallbackForm(step);
    default:
        return nullptr;
    }
}

} // namespace chengban
