// A SANE driver for the tests of what SANE's own test driver cannot play. Devices are named by what they do:
// "stage:jam" jams on the third sheet, "stage:crash" dies within the second, "stage:hang" answers nothing
// after the first, "stage:huge" announces a page of 60,000 dots, "stage:file" writes the page to a file
// first, "stage:chatter" prints to the standard output, "stage:plain" gives four sheets and both sides of
// two.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <unistd.h>

#include <sane/sane.h>
#include <sane/saneopts.h>

namespace {

constexpr int width = 1000;
constexpr int rowBytes = 128; // 125 and padding.
constexpr int rows = 1400;
enum Option { Count, Source, Mode, Resolution, Options };

std::string device;
int sheet = 0;
int row = 0;
std::string source = "Flatbed";
SANE_Word resolution = 200;

const std::array<SANE_String_Const, 4> sources{"Flatbed", "ADF", "ADF Duplex", nullptr};
const std::array<SANE_String_Const, 2> modes{"Lineart", nullptr};
const std::array<SANE_Word, 4> resolutions{3, 100, 200, 300};

SANE_Option_Descriptor described(const char *name, SANE_Value_Type type, SANE_Int size)
{
    SANE_Option_Descriptor about{};
    about.name = about.title = about.desc = name;
    about.type = type;
    about.size = size;
    about.cap = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT;
    return about;
}

bool plays(const char *part)
{
    return device == part;
}

} // namespace

extern "C" {

SANE_Status sane_stage_init(SANE_Int *version, SANE_Auth_Callback)
{
    if (version)
        *version = SANE_VERSION_CODE(1, 0, 0);
    return SANE_STATUS_GOOD;
}

void sane_stage_exit() { }

SANE_Status sane_stage_get_devices(const SANE_Device ***list, SANE_Bool)
{
    static const SANE_Device plain{"plain", "Stage", "Plain", "flatbed scanner"};
    static std::array<const SANE_Device *, 2> all{&plain, nullptr};
    *list = all.data();
    return SANE_STATUS_GOOD;
}

SANE_Status sane_stage_open(SANE_String_Const name, SANE_Handle *handle)
{
    device = name;
    static int open = 0;
    *handle = &open;
    return plays("busy") ? SANE_STATUS_DEVICE_BUSY : SANE_STATUS_GOOD;
}

void sane_stage_close(SANE_Handle) { }

const SANE_Option_Descriptor *sane_stage_get_option_descriptor(SANE_Handle, SANE_Int option)
{
    static std::array<SANE_Option_Descriptor, Options> all{
        described("", SANE_TYPE_INT, sizeof(SANE_Word)),
        described(SANE_NAME_SCAN_SOURCE, SANE_TYPE_STRING, 32),
        described(SANE_NAME_SCAN_MODE, SANE_TYPE_STRING, 32),
        described(SANE_NAME_SCAN_RESOLUTION, SANE_TYPE_INT, sizeof(SANE_Word)),
    };
    all[Source].constraint_type = all[Mode].constraint_type = SANE_CONSTRAINT_STRING_LIST;
    all[Source].constraint.string_list = sources.data();
    all[Mode].constraint.string_list = modes.data();
    all[Resolution].constraint_type = SANE_CONSTRAINT_WORD_LIST;
    all[Resolution].constraint.word_list = resolutions.data();
    return option >= 0 && option < Options ? &all[size_t(option)] : nullptr;
}

SANE_Status sane_stage_control_option(
    SANE_Handle, SANE_Int option, SANE_Action action, void *value, SANE_Int *changes)
{
    if (changes)
        *changes = 0;
    if (action == SANE_ACTION_GET_VALUE && option == Count)
        *static_cast<SANE_Word *>(value) = Options;
    if (action == SANE_ACTION_SET_VALUE && option == Source)
        source = static_cast<const char *>(value);
    if (action == SANE_ACTION_SET_VALUE && option == Resolution)
        resolution = *static_cast<SANE_Word *>(value);
    return SANE_STATUS_GOOD;
}

SANE_Status sane_stage_get_parameters(SANE_Handle, SANE_Parameters *parameters)
{
    const bool huge = plays("huge");
    *parameters = {SANE_FRAME_GRAY, SANE_TRUE, huge ? 60'000 / 8 : rowBytes, huge ? 60'000 : width, rows, 1};
    return SANE_STATUS_GOOD;
}

SANE_Status sane_stage_start(SANE_Handle)
{
    ++sheet;
    row = 0;
    if (plays("chatter"))
        std::puts("warming up");
    if (plays("jam") && sheet == 3)
        return SANE_STATUS_JAMMED;
    if (plays("hang") && sheet == 2) {
        while (true)
            pause();
    }
    return sheet > (source == "ADF Duplex" ? 4 : 2) ? SANE_STATUS_NO_DOCS : SANE_STATUS_GOOD;
}

SANE_Status sane_stage_read(SANE_Handle, SANE_Byte *data, SANE_Int most, SANE_Int *got)
{
    *got = 0;
    if (plays("crash") && sheet == 2 && row > rows / 2)
        std::abort();
    if (plays("file")) {
        FILE *file = std::tmpfile();
        const bool written = file && std::fputs("a page in clear", file) >= 0 && std::fflush(file) == 0;
        if (file)
            std::fclose(file);
        if (!written)
            return SANE_STATUS_IO_ERROR;
    }
    if (row >= rows)
        return SANE_STATUS_EOF;
    if (most < rowBytes)
        return SANE_STATUS_NO_MEM;
    std::memset(data, row % 100 < 3 ? 0xFF : 0x00, rowBytes); // Lines on white paper.
    *got = rowBytes;
    ++row;
    return SANE_STATUS_GOOD;
}

void sane_stage_cancel(SANE_Handle)
{
    if (plays("stubborn"))
        sheet = 0;
}

SANE_Status sane_stage_set_io_mode(SANE_Handle, SANE_Bool)
{
    return SANE_STATUS_UNSUPPORTED;
}

SANE_Status sane_stage_get_select_fd(SANE_Handle, SANE_Int *)
{
    return SANE_STATUS_UNSUPPORTED;
}
}
