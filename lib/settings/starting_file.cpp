#include "lib/settings/document.hpp"
#include "lib/settings/settings.hpp"

namespace spoc::settings {

namespace {

constexpr std::string_view form =
    R"toml(# The configuration of spoc. What is not said here is as in the built-in example; spoc.toml(5) has every setting.
# Prove this file with `spoc config check`; see what is in force with `spoc config show --origin`.

[me]
name = {name}
mail = {mail}
municipality = {municipality}
#language = "da"                      # da or en; without it, as the environment says

[mail]
courier = "file"                      # mails are files in a folder until this is "sendmail"
#courier = "sendmail"
#command = ["/usr/sbin/sendmail", "-i", "-t"]

# The systems that you are the support-authorised user of.
[[system]]
code = "BOM"                          # the first half of every case number: BOM-12
name = "Byg og Miljø"
vendor = "vendor"
agreement = "Drift"
zone = "Europe/Copenhagen"

# Those whom you write to. Put in their real addresses.
[[party]]
name = "vendor"
mail = "servicedesk@leverandoer.example"
domains = ["leverandoer.example"]     # mail from these is theirs
#portal = "https://servicedesk.leverandoer.example/"
language = "da"

[[party]]
name = "service-manager"              # at the vendor, the second rung of the ladder
mail = "servicemanager@leverandoer.example"
language = "da"

[[party]]
name = "local-it"                     # the municipality's own it department
mail = "it@kommune.example"
language = "da"

[[party]]
name = "kombit"                       # KOMBIT's Incident Manager
mail = "incident-manager@kombit.example"
language = "da"

[[party]]
name = "owner"                        # the system manager in the municipality
mail = "systemansvarlig@kommune.example"
language = "da"

# Colleagues who work with the system. A mail from one of them is a question; audiences are made of them.
# You are the only one until you write theirs.
[[colleague]]
name = {name}
mail = {mail}
#department = "Byggesag"

# The terms that are built in are an example and bind nobody. Write those of your contract as [[agreement]] and
# [[calendar]]; spoc.toml(5) says how.
)toml";

std::string quoted_or(const std::string& value, std::string_view otherwise) {
    return toml_text(value.empty() ? otherwise : std::string_view(value));
}

}  // namespace

std::string starting_file(const core::Me& me) {
    return fmt::format(form, fmt::arg("name", quoted_or(me.name, "Support")),
                       fmt::arg("mail", quoted_or(me.mail, "support@kommune.example")),
                       fmt::arg("municipality", quoted_or(me.municipality, "Eksempel Kommune")));
}

}  // namespace spoc::settings
