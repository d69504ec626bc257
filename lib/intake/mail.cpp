#include "lib/intake/mail.hpp"

#include "lib/core/error.hpp"

namespace spoc::intake {

namespace {

/// So many bytes of mail are given to the helper at once.
constexpr std::size_t batch_size = 16U << 20U;

std::vector<core::MailReading> read_batch(const std::vector<std::string>& mails, const core::RunProgram& run,
                                          const std::string& mime_program) {
    core::Program program{.command = {mime_program, "read"}, .input = core::mails_wire(mails)};
    program.output_limit = program.input.size() * 8 + (1U << 20U);
    program.timeout = std::chrono::minutes{5};
    const auto result = run(program);
    if (result.status == 127) {
        throw core::OutsideError("the helper program {} cannot be started: {}", mime_program, result.err);
    }
    if (result.status != 0) {
        throw core::OutsideError("the helper program {} failed with status {}: {}", mime_program,
                                 result.status, result.err.substr(0, result.err.find('\n')));
    }
    auto readings = core::read_readings_wire(result.out);
    if (readings.size() != mails.size()) {
        throw core::OutsideError("the helper program {} did not read every mail", mime_program);
    }
    return readings;
}

}  // namespace

core::Mail read_mail(std::string_view bytes, const core::RunProgram& run, const std::string& mime_program) {
    auto reading = read_batch({std::string(bytes)}, run, mime_program).front();
    if (!reading.mail) {
        throw core::OutsideError("this is no mail: it has no header");
    }
    return std::move(*reading.mail);
}

std::vector<core::MailReading> read_mails(const std::vector<std::string>& mails, const core::RunProgram& run,
                                          const std::string& mime_program) {
    std::vector<core::MailReading> all;
    std::vector<std::string> batch;
    std::size_t size = 0;
    const auto read = [&] {
        auto readings = read_batch(batch, run, mime_program);
        std::move(readings.begin(), readings.end(), std::back_inserter(all));
        batch.clear();
        size = 0;
    };
    for (const auto& mail : mails) {
        batch.push_back(mail);
        size += mail.size();
        if (size > batch_size) {
            read();
        }
    }
    if (!batch.empty()) {
        read();
    }
    return all;
}

}  // namespace spoc::intake
