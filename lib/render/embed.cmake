# Writes a C++ source that holds a file's bytes:
#   cmake -DINPUT=da.mo -DOUTPUT=da_catalogue.cpp -DNAME=danish_catalogue -P embed.cmake
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
string(REGEX REPLACE "((0x..,)(0x..,)(0x..,)(0x..,)(0x..,)(0x..,)(0x..,)(0x..,))" "\\1\n" bytes "${bytes}")
file(WRITE ${OUTPUT} "#include <string_view>

namespace spoc::render {

namespace {

constexpr unsigned char bytes[] = {
${bytes}0};

}  // namespace

std::string_view ${NAME}();

std::string_view ${NAME}() {
    const void* const start = bytes;
    return {static_cast<const char*>(start), sizeof(bytes) - 1};
}

}  // namespace spoc::render
")
