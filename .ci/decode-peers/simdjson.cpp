// Measures how many events a second simdjson's on-demand parser reads six things of: type, message id, timestamp,
// configuration set, the tag `campaign` and the recipients. Lines of a file held in memory, one at a time, the parser and its
// buffer used again, strings left where they are.
//
//     c++ -std=c++17 -O3 -march=native simdjson.cpp -o simdjson -lsimdjson && ./simdjson FILE [RUNS]
//
// Members are looked up in the order in which AWS writes them, which is what on-demand parsing is fastest at. Debian's library
// chooses the kernels that find the structure at run time; the last line says which. `hot.length` is the sum of the lengths of
// all that was read, in bytes, to be compared with what others read.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <vector>

#include <simdjson.h>

using namespace simdjson;

namespace {

// The members of the payloads that list recipients; all other events name those of the mail.
struct Recipients {
    std::string_view type;
    std::string_view payload;
    std::string_view list;
};

constexpr Recipients recipients_of[] = {
    {"Bounce", "bounce", "bouncedRecipients"},
    {"Complaint", "complaint", "complainedRecipients"},
    {"Delivery", "delivery", "recipients"},
    {"DeliveryDelay", "deliveryDelay", "delayedRecipients"},
};

std::string_view first_of(ondemand::value values) {
    for (std::string_view value : values.get_array()) return value;
    return {};
}

// Addresses are counted: the other side takes them out of the names around them.
size_t count_of(ondemand::array strings) {
    size_t length = 0;
    for (std::string_view string : strings) length += string.empty() ? 0 : 1;
    return length;
}

size_t hot_lengths(ondemand::document &event) {
    ondemand::object top = event.get_object();
    const std::string_view type = top.find_field_unordered("eventType");
    const auto own = std::find_if(std::begin(recipients_of), std::end(recipients_of),
                                  [&](const Recipients &each) { return each.type == type; });
    const bool has_own = own != std::end(recipients_of);

    ondemand::object mail = top.find_field_unordered("mail");
    const std::string_view timestamp = mail.find_field_unordered("timestamp");
    const std::string_view message_id = mail.find_field_unordered("messageId");
    size_t length = type.size() + message_id.size() + (timestamp.empty() ? 0 : 1);
    if (!has_own) length += count_of(mail.find_field_unordered("destination"));
    // One walk instead of two searches: a tag that is missing would cost a second walk.
    for (ondemand::field tag : mail.find_field_unordered("tags").get_object()) {
        const std::string_view name = tag.unescaped_key();
        if (name == "ses:configuration-set" || name == "campaign") length += first_of(tag.value()).size();
    }
    if (!has_own) return length;

    ondemand::object payload = top.find_field_unordered(own->payload);
    ondemand::array list = payload.find_field_unordered(own->list);
    if (own->type == "Delivery") return length + count_of(list);
    for (ondemand::object recipient : list) {
        const std::string_view address = recipient.find_field_unordered("emailAddress");
        length += address.empty() ? 0 : 1;
    }
    return length;
}

struct Line {
    size_t offset;
    size_t length;
};

}  // namespace

int main(int count, char **arguments) try {
    if (count < 2) {
        std::fprintf(stderr, "usage: %s FILE [RUNS]\n", arguments[0]);
        return 64;
    }
    const int runs = count > 2 ? std::max(1, std::atoi(arguments[2])) : 5;
    const padded_string bytes = padded_string::load(arguments[1]);

    std::vector<Line> lines;
    for (size_t start = 0; start < bytes.size();) {
        const std::string_view rest = std::string_view(bytes).substr(start);
        const size_t length = std::min(rest.find('\n'), rest.size());
        if (length > 0) lines.push_back({start, length});
        start += length + 1;
    }

    ondemand::parser parser;
    size_t length = 0;
    const auto pass = [&] {
        length = 0;
        for (const Line &line : lines) {
            const size_t capacity = bytes.size() - line.offset + SIMDJSON_PADDING;
            ondemand::document event =
                parser.iterate(padded_string_view(bytes.data() + line.offset, line.length, capacity));
            length += hot_lengths(event);
        }
    };

    pass();  // warms up
    std::vector<double> rates;
    for (int run = 0; run < runs; run++) {
        const auto start = std::chrono::steady_clock::now();
        pass();
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
        rates.push_back(lines.size() / elapsed.count());
    }
    std::sort(rates.begin(), rates.end());
    std::printf("simdjson %.0f events/s\n", rates[rates.size() / 2]);
    std::printf("hot.length %zu bytes\n", length);
    std::printf("kernels: %s\n", get_active_implementation()->name().c_str());
} catch (const simdjson_error &error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 1;
}
