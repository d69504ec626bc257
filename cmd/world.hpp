#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cmd/globals.hpp"
#include "lib/core/date_input.hpp"
#include "lib/core/error.hpp"
#include "lib/core/program.hpp"
#include "lib/core/zone.hpp"
#include "lib/desk/desk.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/style.hpp"
#include "lib/render/wording.hpp"
#include "lib/settings/environment.hpp"
#include "lib/settings/settings.hpp"
#include "lib/store/store.hpp"

namespace spoc::cmd {

/// What is known of the terminal, if there is one.
struct Terminal {
    bool in = false;   ///< standard input is one
    bool out = false;  ///< standard output is one
    bool err = false;  ///< standard error is one
    int width = 80;    ///< columns
};

/// How the program reaches its surroundings: made in main, or by a test.
struct Surroundings {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    Terminal terminal;
    settings::Environment environment;
    core::Instant clock;  ///< the machine's own time
    core::RunProgram run;
    std::string helpers;  ///< folder of the helper programs
};

/// A sentence without the numbers of persons that stand in what it quotes: it may end in a log, in a mail of
/// cron's or in a call for help. `now` tells which dates are of the past.
core::Sentence discreet(core::Sentence sentence, core::Instant now);

/// Throws Misuse if a title is blank.
void require_title(std::string_view title);

/// Everything a command works with. The configuration and the store are opened at first use.
class World {
public:
    World(Surroundings surroundings, Globals globals);
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    ~World();

    std::ostream& out() { return surroundings_.out; }
    std::ostream& err() { return surroundings_.err; }
    const Globals& globals() const { return globals_; }
    const Terminal& terminal() const { return surroundings_.terminal; }
    const Surroundings& surroundings() const { return surroundings_; }

    /// The moment that everything is seen from: `--now`, else SPOC_NOW, else the machine's time.
    core::Instant now();
    /// The zone of the first system; what people type and read is in it.
    const core::Zone& zone();
    const render::Wording& say();
    const settings::Settings& settings();
    const core::Rules& rules();

    /// The file that holds the store, and the folder it is in.
    std::string store_path();
    std::string store_folder();
    /// The store, for writing.
    store::Store& store();
    /// The store for reading: as things were known at `--as-of`, and without what occurred after a time that
    /// `--now` or the environment gives. The clock of the machine hides nothing: doctor names what is ahead
    /// of it.
    store::Store& readable();
    /// What this command has recorded, as far as nobody has asked before.
    std::vector<core::Event> take_recorded();
    /// Says that this command changes the store in one transaction: once that is kept, the command is done.
    void makes_one_change() { makes_one_change_ = true; }
    /// Whether it has made a change, and whether that was all that it was to make.
    bool has_changed() const { return store_ && store_->has_committed(); }
    bool is_done() const { return makes_one_change_ && has_changed(); }
    /// The store to be looked at only; nothing if there is none. See store::Store::glance.
    std::optional<store::Store> glance();
    /// The user's desk: settings, store and the way out of the house.
    desk::Desk& desk();
    /// The same for looking only, over readable().
    desk::Desk& reading_desk();
    /// The zone of a system; that of the first one if it is not configured.
    const core::Zone& zone_of(std::string_view system);
    /// How dates are shown to people.
    render::Reader reader();

    /// What the user typed as a text: `@FILE` and `-` are read, all else is taken as it is.
    std::string text(const std::string& typed);
    /// The same of what a case or a notice is called. Throws Misuse if it is blank.
    std::string title(const std::string& typed);
    /// A time that the user typed, in the past as far as it is open.
    core::Timestamp past(const std::string& typed);
    /// The same, in the future as far as it is open.
    core::Timestamp future(const std::string& typed);
    /// The same of a deadline: a day that is typed without a time is its end.
    core::Timestamp deadline(const std::string& typed);
    /// The moment an event is said to have occurred: now if nothing was typed. Never later than now.
    core::Timestamp occurred(const std::string& typed);

    /// Whether what is written may be coloured.
    render::Style style() const;
    /// Whether questions may be asked.
    bool asks() const;
    /// Asks a question that is answered by yes or no; true if `--yes` was given.
    bool confirm(const std::string& question);

    /// Asks a question until it is answered by yes or no; throws Misuse if the answers end.
    bool ask(const std::string& question);

    /// Talk for the user, on standard error, unless `--quiet`.
    void tell(const std::string& sentence);
    /// Something that the user ought to know, on standard error, also when quiet.
    void warn(const core::Sentence& sentence);
    /// The same of a failure that does not end the command, with what there is to say about it.
    void warn(const core::Error& error);

private:
    core::Timestamp typed_time(const std::string& typed, core::Direction direction,
                               core::BareDay bare_day = core::BareDay::begins);
    void open_store();
    /// Says which deadlines moved when the store was opened; of many, the first.
    void tell_moved();
    bool hides_later_events();
    std::unique_ptr<desk::Desk> desk_over(store::Store& store);

    Surroundings surroundings_;
    Globals globals_;
    bool makes_one_change_ = false;
    std::optional<core::Instant> now_;
    std::optional<core::Instant> as_of_;  ///< known once now_ is
    std::unique_ptr<render::Wording> wording_;
    std::unique_ptr<settings::Settings> settings_;
    std::unique_ptr<core::Rules> rules_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<store::Store> replayed_;
    std::unique_ptr<desk::Desk> desk_;
    std::unique_ptr<desk::Desk> reading_desk_;
};

}  // namespace spoc::cmd
