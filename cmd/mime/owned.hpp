#pragma once

#include <memory>
#include <string>

#include <gmime/gmime.h>

namespace spoc::mime {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
struct Free {
    void operator()(gpointer memory) const { g_free(memory); }
};
struct FreeOptions {
    void operator()(GMimeParserOptions* options) const { g_mime_parser_options_free(options); }
};
struct UnrefDate {
    void operator()(GDateTime* date) const { g_date_time_unref(date); }
};

/// An object of GMime that belongs to us.
template <typename T>
using Owned = std::unique_ptr<T, Unref>;
using OwnedText = std::unique_ptr<char, Free>;
using OwnedOptions = std::unique_ptr<GMimeParserOptions, FreeOptions>;
using OwnedDate = std::unique_ptr<GDateTime, UnrefDate>;

/// The text, or nothing for null.
inline std::string text_or_empty(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

/// How this program wants mails to be parsed: forgiving.
OwnedOptions parser_options();

}  // namespace spoc::mime
