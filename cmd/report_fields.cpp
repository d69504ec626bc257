#include "cmd/report_fields.hpp"

#include <algorithm>
#include <charconv>

#include "cmd/command_line.hpp"
#include "cmd/editor.hpp"
#include "cmd/world.hpp"
#include "lib/core/fields.hpp"
#include "lib/core/form.hpp"
#include "lib/core/nearest.hpp"
#include "lib/settings/report_file.hpp"

namespace spoc::cmd {

namespace {

std::string option_name(std::string_view field) {
    std::string name = "--" + std::string(field);
    std::ranges::replace(name, '_', '-');
    return name;
}

core::Value fields_of_file(const std::string& file, World& world) {
    const auto text = world.text(file == "-" ? file : "@" + file);
    const auto source = file == "-" ? std::string("stdin") : file;
    return core::is_form(text) ? core::read_form(text, source) : settings::read_report_file(text, source);
}

int category_number(std::string_view text) {
    int number = 0;
    const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || stop != text.data() + text.size() || number < 1) {
        throw core::Misuse("the category is a number such as 1 or 3, not {}", text);
    }
    return number;
}

std::string known_system(std::string_view typed, World& world) {
    const auto& systems = world.settings().systems;
    if (typed.empty() && systems.size() == 1) {
        return systems.front().code;
    }
    std::vector<std::string_view> codes;
    std::ranges::transform(systems, std::back_inserter(codes), &core::System::code);
    if (typed.empty()) {
        throw core::Misuse("--system is needed, since the configuration has more than one: {}",
                           core::joined(codes));
    }
    std::string code(typed);
    std::ranges::transform(code, code.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (std::ranges::find(codes, code) != codes.end()) {
        return code;
    }
    if (const auto near = core::nearest(code, codes)) {
        throw core::Misuse("there is no system {}; did you mean {}?", typed, *near);
    }
    throw core::Misuse("there is no system {}; the configuration has {}", typed, core::joined(codes));
}

}  // namespace

void put(core::Value& content, const char* name, const std::string& text) {
    if (!text.empty()) {
        content.set(name, text);
    }
}

void declare_fields(CommandLine& command, ReportFields& fields, const render::Wording& say) {
    command.add_option("--category", fields.category, say("how grave it is; 1 is the gravest"));
    for (const auto& field : core::defect_fields) {
        command.add_option(option_name(field.name), fields.texts[field.name], say(field.meaning));
    }
    command.add_option("--retest", fields.retest, say("a step that a fix is verified by (repeatable)"))
        ->allow_extra_args(false);
}

core::Value given_fields(const std::string& title, const ReportFields& fields, const std::string& file,
                         World& world) {
    core::Value given = file.empty() ? core::Value(core::Members{}) : fields_of_file(file, world);
    if (!title.empty()) {
        given.set("title", world.title(title));
    }
    if (!fields.category.empty()) {
        given.set("category", fields.category);
    }
    for (const auto& [name, text] : fields.texts) {
        if (!text.empty()) {
            given.set(name, world.text(text));
        }
    }
    if (!fields.retest.empty()) {
        given.set("retest", core::List(fields.retest.begin(), fields.retest.end()));
    }
    return given;
}

core::Value edited_fields(const FormFile& file, const core::Value& known, World& world,
                          const FieldCheck& check) {
    const auto& say = world.say();
    std::vector<core::FormLine> lines = {{"title", say("in a few words: what is wrong")},
                                         {"category", say("how grave it is; 1 is the gravest")}};
    for (const auto& field : core::defect_fields) {
        lines.push_back({std::string(field.name), say(field.meaning)});
    }
    lines.push_back({"retest", say("the steps that a fix is verified by, one a line")});
    return edit_form(file, known, lines, world, [&](const core::Value& filled) {
        auto fields = checked_fields(filled, world);
        if (check) {
            check(fields);
        }
        return fields;
    });
}

core::Value checked_fields(core::Value fields, World& world) {
    if (const auto* category = fields.find("category"); category != nullptr && category->text() != nullptr) {
        fields.set("category", category_number(*category->text()));
    }
    fields.set("system", known_system(fields.text_of("system"), world));
    if (const auto observed = std::string(fields.text_of("observed_at")); !observed.empty()) {
        fields.set("observed_at", core::rfc3339(world.past(observed)));
    }
    require_title(fields.text_of("title"));
    return fields;
}

}  // namespace spoc::cmd
