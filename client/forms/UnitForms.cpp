#include "client/forms/UnitForms.h"

#include "client/forms/CallbackForm.h"
#include "client/forms/ExtensionForm.h"
#include "client/forms/FieldsForm.h"
#include "client/forms/NoteForm.h"
#include "client/forms/OrderAnswerForm.h"
#include "client/forms/PaperSignForm.h"
#include "client/forms/ReadForm.h"
#include "client/forms/ReplyForm.h"
#include "client/forms/RequestForm.h"
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
    case CommandType::SignRequest:
    case CommandType::DropRequest:
        return new RequestForm(step, desk);
    case CommandType::RecordPaperSignature:
        return new PaperSignForm(desk);
    case CommandType::AnswerOrder:
        return new OrderAnswerForm(desk);
    default:
        break;
    }
    const StepFields *fields = stepFields(step);
    return fields ? new FieldsForm(*fields, desk) : nullptr;
}

} // namespace chengban
