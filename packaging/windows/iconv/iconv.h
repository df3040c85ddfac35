/* The part of POSIX iconv that zbar calls; iconv.c says what it promises. */
#pragma once
#include <stddef.h>

typedef void *iconv_t;
iconv_t iconv_open(const char *to, const char *from);
size_t iconv(iconv_t converter, char **in, size_t *inLeft, char **out, size_t *outLeft);
int iconv_close(iconv_t converter);
