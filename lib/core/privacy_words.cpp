#include <string>

#include "lib/core/privacy.hpp"

namespace spoc::core {

namespace {

using Kind = GateFinding::Kind;

Sentence number_sentence(const GateFinding& finding) {
    switch (finding.part) {
        case GatePart::subject:
            return sentence("a CPR number stands in the subject");
        case GatePart::body:
            return sentence("a CPR number stands in line {} of the text", finding.line);
        case GatePart::html:
            return sentence("a CPR number stands in line {} of the text as HTML", finding.line);
        case GatePart::person:
            return sentence("a CPR number stands in the name of a sender or recipient");
        case GatePart::attachment_name:
            return sentence("a CPR number stands in the name of the file {}", finding.file);
        case GatePart::attachment:
            break;
    }
    return sentence("a CPR number stands in line {} of the file {}", finding.line, finding.file);
}

Sentence possible_number_sentence(const GateFinding& finding) {
    switch (finding.part) {
        case GatePart::subject:
            return sentence("what may be a CPR number stands in the subject");
        case GatePart::body:
            return sentence("what may be a CPR number stands in line {} of the text", finding.line);
        case GatePart::html:
            return sentence("what may be a CPR number stands in line {} of the text as HTML", finding.line);
        case GatePart::person:
            return sentence("what may be a CPR number stands in the name of a sender or recipient");
        case GatePart::attachment_name:
            return sentence("what may be a CPR number stands in the name of the file {}", finding.file);
        case GatePart::attachment:
            break;
    }
    return sentence("what may be a CPR number stands in line {} of the file {}", finding.line, finding.file);
}

Sentence key_sentence(const GateFinding& finding) {
    switch (finding.part) {
        case GatePart::subject:
            return sentence("a private key stands in the subject");
        case GatePart::body:
            return sentence("a private key stands in line {} of the text", finding.line);
        case GatePart::html:
            return sentence("a private key stands in line {} of the text as HTML", finding.line);
        case GatePart::person:
            return sentence("a private key stands in the name of a sender or recipient");
        case GatePart::attachment_name:
            return sentence("a private key stands in the name of the file {}", finding.file);
        case GatePart::attachment:
            break;
    }
    return sentence("a private key stands in line {} of the file {}", finding.line, finding.file);
}

Sentence pattern_sentence(const GateFinding& finding) {
    const auto& name = finding.pattern;
    switch (finding.part) {
        case GatePart::subject:
            return sentence("what the pattern {} forbids stands in the subject", name);
        case GatePart::body:
            return sentence("what the pattern {} forbids stands in line {} of the text", name, finding.line);
        case GatePart::html:
            return sentence("what the pattern {} forbids stands in line {} of the text as HTML", name,
                            finding.line);
        case GatePart::person:
            return sentence("what the pattern {} forbids stands in the name of a sender or recipient", name);
        case GatePart::attachment_name:
            return sentence("what the pattern {} forbids stands in the name of the file {}", name,
                            finding.file);
        case GatePart::attachment:
            break;
    }
    return sentence("what the pattern {} forbids stands in line {} of the file {}", name, finding.line,
                    finding.file);
}

}  // namespace

Sentence sentence(const GateFinding& finding) {
    switch (finding.kind) {
        case Kind::cpr:
            return finding.severity == GateFinding::Severity::block ? number_sentence(finding)
                                                                    : possible_number_sentence(finding);
        case Kind::private_key:
            return key_sentence(finding);
        case Kind::pattern:
            return pattern_sentence(finding);
        case Kind::unreadable:
            break;
    }
    return sentence("the file {} cannot be read as text, and nobody has said that it is anonymised",
                    finding.file);
}

std::string place(const GateFinding& finding) {
    switch (finding.part) {
        case GatePart::subject:
            return "subject";
        case GatePart::body:
            return fmt::format("body:{}", finding.line);
        case GatePart::html:
            return fmt::format("html:{}", finding.line);
        case GatePart::person:
            return "name of a sender or recipient";
        case GatePart::attachment_name:
            return fmt::format("name of {}", finding.file);
        case GatePart::attachment:
            break;
    }
    return finding.line == 0 ? finding.file : fmt::format("{}:{}", finding.file, finding.line);
}

}  // namespace spoc::core
